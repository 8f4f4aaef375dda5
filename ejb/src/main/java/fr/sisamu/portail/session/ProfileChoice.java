package fr.sisamu.portail.session;

/** What became of a choice of profile. */
public enum ProfileChoice {
    CHOSEN,
    /** Not a profile of this person, or not valid today: both get the same words. */
    NOT_AVAILABLE
}

package fr.sisamu.portail.message;

/** The two roads by which the portal reaches a person. */
public enum ChannelKind {
    SMS,
    MAIL
}

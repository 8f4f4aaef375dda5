package fr.sisamu.portail.session;

/** The ways to come in. */
public enum LoginMethod {
    CARD
}

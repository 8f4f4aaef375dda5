package fr.sisamu.portail.session;

/** How strongly a login proved who came in. */
public enum AssuranceLevel {
    /** A hardware token and its PIN, or an equal of it. */
    STRONG
}

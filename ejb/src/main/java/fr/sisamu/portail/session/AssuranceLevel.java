package fr.sisamu.portail.session;

/** How strongly a login proved who came in. */
public enum AssuranceLevel {
    /** A hardware token and its PIN, or an equal of it. */
    STRONG,
    /** A password and a telephone: two factors. */
    TWO_FACTOR,
    /** A password and a mailbox, which is no second factor (CNIL, recommandation MFA of 2025): two steps. */
    TWO_STEP,
    /** The word of a supervisor, and a secret read out once. */
    EMERGENCY
}

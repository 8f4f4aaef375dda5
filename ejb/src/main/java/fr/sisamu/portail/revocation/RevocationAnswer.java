package fr.sisamu.portail.revocation;

/** What the lists say of one certificate. */
public enum RevocationAnswer {
    GOOD,
    /** Good by a list past its next update but within the grace period: a warning, not a refusal. */
    GOOD_WITHIN_GRACE,
    /** No usable list, but an administrator has opened a débrayage. */
    BYPASSED,
    REVOKED,
    UNKNOWN
}

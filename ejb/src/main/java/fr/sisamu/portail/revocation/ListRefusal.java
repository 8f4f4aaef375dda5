package fr.sisamu.portail.revocation;

/** Why a list was not taken: nothing that we hold changes. */
public enum ListRefusal {
    TOO_BIG,
    /** Not a revocation list of RFC 5280, version 2, with a number and a next update. */
    UNREADABLE,
    /** Its issuer is none of the configured authorities. */
    UNKNOWN_AUTHORITY,
    /** The authority's certificate does not say cRLSign. */
    NOT_A_LIST_SIGNER,
    /** Signed with less than SHA-256, or with something else than RSA or ECDSA. */
    WEAK_SIGNATURE,
    FORGED,
    /** A critical extension that we do not know: what the list means is then unknown (RFC 5280, 5.2). */
    UNKNOWN_EXTENSION,
    /** An indirect list, or one that covers a part of the certificates only. */
    PARTIAL,
    IN_THE_FUTURE,
    OLDER,
    /** A delta that completes a full list which we do not hold. */
    DELTA_WITHOUT_BASE
}

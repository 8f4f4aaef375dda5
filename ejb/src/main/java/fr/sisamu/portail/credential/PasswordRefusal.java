package fr.sisamu.portail.credential;

/** Why a new password is refused; each has its words {@code password.refused.<name>}. */
public enum PasswordRefusal {
    TOO_SHORT,
    TOO_LONG,
    /** It holds the person's own name or identifier, or the service's. */
    CONTAINS_NAME,
    /** Whoever guesses would find it early. */
    TOO_EASY,
    /** The same as before, where another one was asked for. */
    UNCHANGED,
    /** Whoever sits there must prove anew who they are. */
    PROOF_TOO_OLD
}

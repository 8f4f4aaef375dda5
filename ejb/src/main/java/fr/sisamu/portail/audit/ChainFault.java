package fr.sisamu.portail.audit;

/**
 * The first thing that is wrong with a chain.
 *
 * @param sequence the number of the first bad row; where it is a missing one, the number that it had
 * @param detail what was found, in English, for the log and the command line
 */
public record ChainFault(Kind kind, String node, long sequence, String detail) {

    /** What somebody has done. */
    public enum Kind {
        /** A column of the row was changed. */
        EDITED,
        /** The row is missing, though later ones are there. */
        DELETED,
        /** The row was not written by the portal. */
        INSERTED,
        /** The row stands at another place than where it was written. */
        REORDERED,
        /** The row and all that followed it are missing. */
        TRUNCATED,
        /** Rows from here to a seal were changed together with their digests: which of them cannot be told. */
        REWRITTEN,
        /** A seal that covers the row is missing or was not made by the portal. */
        SEAL_BROKEN
    }

    @Override
    public String toString() {
        return kind + " " + node + " row " + sequence + ": " + detail;
    }
}

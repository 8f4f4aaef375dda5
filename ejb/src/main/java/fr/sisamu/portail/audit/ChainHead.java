package fr.sisamu.portail.audit;

/**
 * Where the chain of a node ends.
 *
 * @param digest that of the last row, or what stands for it before the first one
 * @param sealedTo the last row that a seal covers
 */
record ChainHead(String node, long sequence, String digest, long sealedTo) {

    /**
     * Stands for the digest of the row before it when the end of the chain was not what the portal had left: the row
     * then admits for ever that it could not be attached. Not a digest, so that no row can have it.
     */
    static final String INTERRUPTED = "INTERRUPTED";

    static ChainHead beginning(String node) {
        return new ChainHead(node, 0, RowDigest.beginning(node), 0);
    }

    ChainHead interruptedAt(long last) {
        return new ChainHead(node, last, INTERRUPTED, sealedTo);
    }

    boolean interrupted() {
        return digest.equals(INTERRUPTED);
    }

    ChainHead movedTo(ChainLink link) {
        return new ChainHead(node, link.sequence(), link.digest(), sealedTo);
    }

    ChainHead sealed() {
        return new ChainHead(node, sequence, digest, sequence);
    }

    /** What the seal of the head is computed over; the node comes last, for it alone is free text. */
    String sealedText() {
        return "HEAD|" + sequence + "|" + digest + "|" + sealedTo + "|" + node;
    }
}

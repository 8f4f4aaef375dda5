package fr.sisamu.portail.audit;

/**
 * The place of a row in the chain of its node.
 *
 * @param sequence 1, 2, 3… without a gap
 * @param previous the digest of the row before it
 * @param digest its own, over every column: 43 characters of base64url
 */
public record ChainLink(long sequence, String previous, String digest) {}

package fr.sisamu.portail.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A row of {@code audit_seal} without its code: it vouches for the rows {@code from}…{@code to} of a node.
 *
 * @param digest that of row {@code to}; before the chain, that of all rows together
 * @param lastAt the latest instant among these rows, which decides when they may be purged
 */
record Seal(Kind kind, String node, long from, long to, long rows, String digest, Instant lastAt, Instant sealedAt) {

    /** The node under which the rows that are older than every chain are sealed. */
    static final String BEFORE_THE_CHAIN = "";

    enum Kind {
        SEGMENT,
        PURGED,
        BEFORE
    }

    /** Instants as databases keep them: the code must not depend on what they cut off. */
    Seal {
        lastAt = lastAt.truncatedTo(ChronoUnit.MICROS);
        sealedAt = sealedAt.truncatedTo(ChronoUnit.MICROS);
    }

    /** What the code is computed over; the node comes last, for it alone is free text. */
    String sealedText() {
        return kind + "|" + from + "|" + to + "|" + rows + "|" + digest + "|" + RowDigest.micros(lastAt) + "|"
                + RowDigest.micros(sealedAt) + "|" + node;
    }
}

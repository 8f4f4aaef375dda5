package fr.sisamu.portail.audit;

import fr.sisamu.portail.audit.ChainFault.Kind;
import java.util.Optional;

/**
 * What somebody did to a row that does not fit, judged by its neighbours.
 *
 * @param expected the number that the next row should have
 * @param last the digest of the last good row
 * @param beforeLast that of the row before it
 * @param sealedTo the last row under a good seal
 */
record Diagnosis(String node, long expected, String last, String beforeLast, long sealedTo) {

    /** How far from its place a row is looked for. */
    private static final int WINDOW = 2000;

    /** @param next the row after it, which still says what stood before it when it was written */
    ChainFault of(TraceRow bad, Optional<TraceRow> next) {
        ChainLink link = bad.link().orElseThrow();
        boolean intact = RowDigest.of(bad).equals(link.digest());
        if (intact && link.previous().equals(ChainHead.INTERRUPTED)) {
            return interrupted(link);
        }
        if (link.sequence() < expected) {
            return fault(Kind.INSERTED, link.sequence(), "a second row has this number");
        }
        if (link.sequence() > expected) {
            return fault(Kind.DELETED, expected, "the next row is " + link.sequence());
        }
        return intact ? detached(link) : damaged(bad, link, next);
    }

    private ChainFault interrupted(ChainLink link) {
        return link.sequence() > expected
                ? fault(Kind.TRUNCATED, expected, "missing when row " + link.sequence() + " was written")
                : fault(Kind.REWRITTEN, sealedTo + 1, "the end was changed before row " + link.sequence());
    }

    /** The row is whole but hangs on another one: what is before it is not what was before it. */
    private ChainFault detached(ChainLink link) {
        return link.previous().equals(beforeLast)
                ? fault(Kind.INSERTED, expected - 1, "the row after it does not know it")
                : fault(Kind.EDITED, expected - 1, "changed together with its digest; the row after it says so");
    }

    private ChainFault damaged(TraceRow bad, ChainLink link, Optional<TraceRow> next) {
        Optional<Long> original = original(bad, link);
        if (original.isPresent() && link.previous().equals(beforeLast)) {
            return fault(Kind.INSERTED, expected - 1, "the rows after it were numbered anew");
        }
        if (original.isPresent()) {
            Optional<Long> nextOriginal =
                    next.flatMap(row -> original(row, row.link().orElseThrow()));
            return nextOriginal.filter(number -> number > expected).isPresent()
                    ? fault(Kind.DELETED, expected, "the rows after it were numbered anew")
                    : fault(Kind.REORDERED, expected, "it was written as row " + original.get());
        }
        boolean unknownToNext = next.flatMap(TraceRow::link)
                .filter(after -> after.previous().equals(last))
                .isPresent();
        return unknownToNext
                ? fault(Kind.INSERTED, expected, "the row after it does not know it")
                : fault(Kind.EDITED, expected, "its digest does not match its columns");
    }

    /** The number under which a row was written, when that alone was changed. */
    private static Optional<Long> original(TraceRow row, ChainLink link) {
        for (long number = Math.max(1, link.sequence() - WINDOW); number <= link.sequence() + WINDOW; number++) {
            ChainLink tried = new ChainLink(number, link.previous(), link.digest());
            if (RowDigest.of(row.with(Optional.of(tried))).equals(link.digest())) {
                return number == link.sequence() ? Optional.empty() : Optional.of(number);
            }
        }
        return Optional.empty();
    }

    private ChainFault fault(Kind kind, long sequence, String detail) {
        return new ChainFault(kind, node, sequence, detail);
    }
}

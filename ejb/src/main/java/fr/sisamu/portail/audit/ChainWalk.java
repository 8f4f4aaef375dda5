package fr.sisamu.portail.audit;

import fr.sisamu.portail.audit.ChainFault.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Follows the chain of one node, row by row in the order of their numbers, up to the first thing that is wrong. */
final class ChainWalk {

    private final String node;
    private final Deque<Seals.Found> seals;
    private final Optional<ChainHeads.Found> head;

    private long expected = 1;
    private String last;
    private String beforeLast = "";
    private long sealedTo;
    private long rows;
    private TraceRow suspect;
    private ChainFault fault;

    ChainWalk(String node, List<Seals.Found> seals, Optional<ChainHeads.Found> head) {
        this.node = node;
        this.seals = new ArrayDeque<>(seals);
        this.head = head;
        last = RowDigest.beginning(node);
        if (!seals.isEmpty() && seals.get(0).seal().kind() == Seal.Kind.PURGED) {
            Seals.Found purged = this.seals.remove();
            last = purged.seal().digest();
            expected = purged.seal().to() + 1;
            sealedTo = purged.seal().to();
            if (!purged.genuine()) {
                fault(Kind.SEAL_BROKEN, 1, "the seal of the purged rows up to " + sealedTo + " is not genuine");
            }
        }
    }

    /** Nothing more is to be learnt from further rows. */
    boolean isOver() {
        return fault != null;
    }

    void row(TraceRow row) {
        rows++;
        if (fault != null) {
            return;
        }
        if (suspect != null) {
            fault = diagnosis().of(suspect, Optional.of(row));
            return;
        }
        ChainLink link = row.link().orElseThrow();
        if (head.isPresent()
                && head.get().genuine()
                && link.sequence() > head.get().head().sequence()) {
            fault(Kind.INSERTED, link.sequence(), "it stands beyond the end of the chain");
        } else if (link.sequence() == expected
                && link.previous().equals(last)
                && RowDigest.of(row).equals(link.digest())) {
            expected++;
            beforeLast = last;
            last = link.digest();
            checkSeal(link.sequence());
        } else {
            suspect = row;
        }
    }

    private void checkSeal(long sequence) {
        if (seals.isEmpty() || sequence < seals.element().seal().to()) {
            return;
        }
        Seals.Found found = seals.remove();
        Seal seal = found.seal();
        if (!found.genuine()) {
            fault(Kind.SEAL_BROKEN, sealedTo + 1, "the seal of row " + seal.to() + " is not genuine");
        } else if (seal.from() != sealedTo + 1) {
            fault(Kind.SEAL_BROKEN, sealedTo + 1, "the seal of the rows up to " + (seal.from() - 1) + " is missing");
        } else if (!seal.digest().equals(last) || seal.rows() != seal.to() - seal.from() + 1) {
            fault(Kind.REWRITTEN, seal.from(), "the rows up to " + seal.to() + " are not those that were sealed");
        }
        sealedTo = seal.to();
    }

    /** What is wrong with the rows that the given seals cover, when no more than these were walked. */
    Optional<ChainFault> endOfSeals() {
        judgeSuspect();
        if (fault == null && !seals.isEmpty()) {
            fault(
                    Kind.TRUNCATED,
                    expected,
                    "a seal covers the rows up to " + seals.getLast().seal().to());
        }
        return Optional.ofNullable(fault);
    }

    ChainReport end() {
        judgeSuspect();
        if (fault == null) {
            checkEnd();
        }
        return new ChainReport(node, rows, expected - 1, Optional.ofNullable(fault));
    }

    private void judgeSuspect() {
        if (fault == null && suspect != null) {
            fault = diagnosis().of(suspect, Optional.empty());
        }
    }

    private void checkEnd() {
        if (head.isEmpty()) {
            fault(Kind.SEAL_BROKEN, sealedTo + 1, "nothing says where the chain ends");
            return;
        }
        ChainHead end = head.get().head();
        if (!head.get().genuine()) {
            fault(Kind.SEAL_BROKEN, sealedTo + 1, "the seal of the end is not genuine: truncated or rewritten");
        } else if (end.sequence() >= expected) {
            fault(Kind.TRUNCATED, expected, "the chain went on to row " + end.sequence());
        } else if (!end.digest().equals(last)) {
            fault(Kind.REWRITTEN, sealedTo + 1, "the last row is not the one that the portal wrote");
        } else if (!seals.isEmpty() || end.sealedTo() != sealedTo) {
            fault(Kind.SEAL_BROKEN, sealedTo + 1, "the seal of the rows up to " + end.sealedTo() + " is missing");
        }
    }

    private Diagnosis diagnosis() {
        return new Diagnosis(node, expected, last, beforeLast, sealedTo);
    }

    private void fault(Kind kind, long sequence, String detail) {
        fault = new ChainFault(kind, node, sequence, detail);
    }
}

package fr.sisamu.portail.audit;

import fr.sisamu.portail.audit.Seal.Kind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The oldest segments of one chain that are past their time, deleted in one transaction that stays short. */
final class PurgeStep {

    private static final int SEGMENTS = 20;

    private final Seals seals;
    private final Instant before;
    private final Instant now;

    /** @param before rows younger than that stay */
    PurgeStep(SealKeys keys, Instant before, Instant now) {
        this.seals = new Seals(keys);
        this.before = before;
        this.now = now;
    }

    /** @param fault why nothing was deleted though the time has come */
    record Done(String node, long rows, long to, Optional<ChainFault> fault) {

        String outcome() {
            return fault.isPresent() ? "REFUSED" : "DONE";
        }

        String detail() {
            return fault.map(ChainFault::toString).orElse(node + ": " + rows + " rows, up to " + to);
        }
    }

    /** Empty when there is nothing to do, or another node does it. */
    Optional<Done> run(Connection connection, String node) throws SQLException {
        List<Seals.Found> due = due(seals.of(connection, node));
        if (due.isEmpty()) {
            return Optional.empty();
        }
        // Who deletes the seals has the rows to himself: another node waits here, and then finds none.
        Seal last = due.get(due.size() - 1).seal();
        if (seals.delete(connection, node, last.to()) != due.size()) {
            connection.rollback();
            return Optional.empty();
        }
        return Optional.of(
                node.equals(Seal.BEFORE_THE_CHAIN)
                        ? purgeBeforeTheChain(connection, due)
                        : purgeSegments(connection, due, last));
    }

    private List<Seals.Found> due(List<Seals.Found> all) {
        List<Seals.Found> due = new ArrayList<>();
        int segments = 0;
        for (Seals.Found found : all) {
            Seal seal = found.seal();
            boolean purged = seal.kind() == Kind.PURGED;
            if (!purged && (seal.rows() == 0 || !seal.lastAt().isBefore(before) || ++segments > SEGMENTS)) {
                break;
            }
            due.add(found);
        }
        return due.stream().allMatch(found -> found.seal().kind() == Kind.PURGED) ? List.of() : due;
    }

    private Done purgeSegments(Connection connection, List<Seals.Found> due, Seal last) throws SQLException {
        ChainWalk walk = new ChainWalk(last.node(), due, Optional.empty());
        Verification.walk(connection, last.node(), last.to(), walk, () -> {});
        Optional<ChainFault> fault = walk.endOfSeals();
        if (fault.isPresent()) {
            connection.rollback();
            return new Done(last.node(), 0, last.to(), fault);
        }
        long rows;
        try (PreparedStatement delete =
                connection.prepareStatement("delete from audit_entry where node = ? and sequence_number <= ?")) {
            delete.setQueryTimeout(TraceColumns.PATIENCE);
            delete.setString(1, last.node());
            delete.setLong(2, last.to());
            rows = delete.executeUpdate();
        }
        seals.insert(
                connection,
                new Seal(Kind.PURGED, last.node(), 1, last.to(), last.to(), last.digest(), last.lastAt(), now));
        return new Done(last.node(), rows, last.to(), Optional.empty());
    }

    private Done purgeBeforeTheChain(Connection connection, List<Seals.Found> due) throws SQLException {
        Optional<ChainFault> fault = RowsBeforeTheChain.read(connection).differFrom(due);
        if (fault.isPresent()) {
            connection.rollback();
            return new Done(Seal.BEFORE_THE_CHAIN, 0, 0, fault);
        }
        long rows;
        try (PreparedStatement delete =
                connection.prepareStatement("delete from audit_entry where sequence_number is null")) {
            delete.setQueryTimeout(TraceColumns.PATIENCE);
            rows = delete.executeUpdate();
        }
        seals.sealBeforeTheChain(connection, now);
        return new Done("before the chain", rows, 0, Optional.empty());
    }
}

package fr.sisamu.portail.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads the whole trace once, in one state of the database, and says of each chain whether anybody has touched it. */
final class Verification {

    /** How many rows pass between two words of progress. */
    private static final int STRIDE = 5_000;

    private final Connection connection;
    private final VerificationProgress progress;
    private final Map<String, List<Seals.Found>> seals;
    private final Map<String, ChainHeads.Found> heads;

    private final long about;

    private long read;

    Verification(Connection connection, SealKeys keys, VerificationProgress progress) throws SQLException {
        this.connection = connection;
        this.progress = progress;
        seals = new Seals(keys).all(connection);
        heads = new ChainHeads(keys).all(connection);
        about = heads.values().stream()
                        .mapToLong(found -> found.head().sequence())
                        .sum()
                - seals.values().stream().mapToLong(Verification::purged).sum();
    }

    private static long purged(List<Seals.Found> sealed) {
        return sealed.stream()
                .map(Seals.Found::seal)
                .filter(seal -> seal.kind() == Seal.Kind.PURGED)
                .mapToLong(Seal::rows)
                .sum();
    }

    VerifyReport run() throws SQLException {
        List<ChainReport> reports = new ArrayList<>();
        reports.add(beforeTheChain());
        for (String node : nodes()) {
            reports.add(chain(node));
        }
        return new VerifyReport(reports);
    }

    private Set<String> nodes() throws SQLException {
        Set<String> nodes = new TreeSet<>(heads.keySet());
        nodes.addAll(seals.keySet());
        nodes.remove(Seal.BEFORE_THE_CHAIN);
        try (PreparedStatement select = connection.prepareStatement(
                "select distinct node from audit_entry where sequence_number is not null")) {
            select.setQueryTimeout(TraceColumns.PATIENCE);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    nodes.add(rows.getString(1));
                }
            }
        }
        return nodes;
    }

    private ChainReport chain(String node) throws SQLException {
        ChainWalk walk = new ChainWalk(node, seals.getOrDefault(node, List.of()), Optional.ofNullable(heads.get(node)));
        walk(connection, node, Long.MAX_VALUE, walk, this::passed);
        return walk.end();
    }

    private void passed() {
        read++;
        if (read % STRIDE == 0) {
            progress.read(read, Math.max(read, about));
        }
    }

    /**
     * Shows the walk the rows of a node up to this one, unless it has found a fault before.
     *
     * @param passed runs after each row
     */
    static void walk(Connection connection, String node, long to, ChainWalk walk, Runnable passed) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select " + TraceColumns.ALL
                + " from audit_entry where node = ? and sequence_number <= ? order by sequence_number")) {
            select.setFetchSize(TraceColumns.AT_ONCE);
            select.setQueryTimeout(TraceColumns.PATIENCE);
            select.setString(1, node);
            select.setLong(2, to);
            try (ResultSet rows = select.executeQuery()) {
                while (!walk.isOver() && rows.next()) {
                    walk.row(TraceColumns.read(rows));
                    passed.run();
                }
            }
        }
    }

    private ChainReport beforeTheChain() throws SQLException {
        RowsBeforeTheChain rows = RowsBeforeTheChain.read(connection);
        List<Seals.Found> sealed = seals.getOrDefault(Seal.BEFORE_THE_CHAIN, List.of());
        Optional<ChainFault> fault = sealed.isEmpty() && heads.isEmpty()
                ? Optional.empty() // until the first chained row seals them nothing can be said about them
                : rows.differFrom(sealed);
        return new ChainReport(Seal.BEFORE_THE_CHAIN, rows.count(), 0, fault);
    }
}

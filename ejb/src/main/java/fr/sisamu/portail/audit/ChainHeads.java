package fr.sisamu.portail.audit;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The rows of {@code audit_chain}. */
final class ChainHeads {

    private static final Logger LOG = System.getLogger(ChainHeads.class.getName());

    /** Longer than any honest transaction holds the row; a caller must not wait for a node that lost its network. */
    private static final int SECONDS = 3;

    private static final String UPDATE =
            "update audit_chain set sequence_number = ?, digest = ?, sealed_to = ?, seal = ? where node = ?";

    private final SealKeys keys;

    ChainHeads(SealKeys keys) {
        this.keys = keys;
    }

    /** A head as it was found, and whether the portal had left it so. */
    record Found(ChainHead head, boolean genuine) {}

    Map<String, Found> all(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                        "select node, sequence_number, digest, sealed_to, seal from audit_chain order by node");
                ResultSet rows = select.executeQuery()) {
            Map<String, Found> heads = new LinkedHashMap<>();
            while (rows.next()) {
                heads.put(rows.getString(1), found(rows));
            }
            return heads;
        }
    }

    /**
     * The end of a node's chain, locked until the transaction ends; empty for a node that never wrote. What was changed
     * behind the portal's back, since the row {@code remembered} or while it was stopped, leaves its mark.
     */
    Optional<ChainHead> lock(Connection connection, String node, long remembered) throws SQLException {
        Optional<Found> found = find(connection, node);
        long last = Math.max(lastRow(connection, node), remembered);
        if (found.isEmpty() && last == 0) {
            return Optional.empty();
        }
        ChainHead head = found.map(Found::head).orElse(ChainHead.beginning(node));
        if (found.isPresent() && found.get().genuine() && head.sequence() == last) {
            return Optional.of(head);
        }
        LOG.log(Level.ERROR, "the end of the trace of {0} was changed near row {1}: run the verification", node, last);
        if (found.isEmpty()) {
            insert(connection, head);
        }
        return Optional.of(head.interruptedAt(Math.max(last, head.sequence())));
    }

    private Optional<Found> find(Connection connection, String node) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select node, sequence_number, digest, sealed_to, seal from audit_chain where node = ? for update")) {
            select.setQueryTimeout(SECONDS);
            select.setString(1, node);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(found(row)) : Optional.empty();
            }
        }
    }

    private Found found(ResultSet row) throws SQLException {
        ChainHead head = new ChainHead(row.getString(1), row.getLong(2), row.getString(3), row.getLong(4));
        return new Found(head, keys.sealed(head.sealedText(), row.getString(5)));
    }

    /** The last row that there is, or that was there until it was purged. */
    private static long lastRow(Connection connection, String node) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select max(last) from ("
                + "select max(sequence_number) as last from audit_entry where node = ? union all"
                + " select max(to_sequence) from audit_seal where node = ? and kind = 'PURGED') as ends")) {
            select.setString(1, node);
            select.setString(2, node);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    void insert(Connection connection, ChainHead head) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into audit_chain (sequence_number, digest, sealed_to, seal, node) values (?, ?, ?, ?, ?)")) {
            set(insert, head);
            insert.executeUpdate();
        }
    }

    /** Moves the head if it still is where the caller believes; whoever else moved it first has made this false. */
    boolean move(Connection connection, ChainHead from, ChainHead to) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement(UPDATE + " and sequence_number = ? and digest = ? and sealed_to = ?")) {
            update.setQueryTimeout(SECONDS);
            set(update, to);
            update.setLong(6, from.sequence());
            update.setString(7, from.digest());
            update.setLong(8, from.sealedTo());
            return update.executeUpdate() == 1;
        }
    }

    /** Moves the head that the caller has locked. */
    void moveLocked(Connection connection, ChainHead to) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(UPDATE)) {
            set(update, to);
            update.executeUpdate();
        }
    }

    private void set(PreparedStatement statement, ChainHead head) throws SQLException {
        statement.setLong(1, head.sequence());
        statement.setString(2, head.digest());
        statement.setLong(3, head.sealedTo());
        statement.setString(4, keys.seal(head.sealedText()));
        statement.setString(5, head.node());
    }
}

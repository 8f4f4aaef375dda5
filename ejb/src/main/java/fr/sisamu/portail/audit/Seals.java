package fr.sisamu.portail.audit;

import fr.sisamu.portail.audit.Seal.Kind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rows of {@code audit_seal}. */
final class Seals {

    private static final String COLUMNS =
            "kind, node, from_sequence, to_sequence, row_count, digest, last_at, sealed_at, seal";

    private final SealKeys keys;

    Seals(SealKeys keys) {
        this.keys = keys;
    }

    /** A seal as it was found, and whether the portal made it. */
    record Found(Seal seal, boolean genuine) {}

    /** All seals in the order of their rows, by node. */
    Map<String, List<Found>> all(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                        "select " + COLUMNS + " from audit_seal order by node, to_sequence");
                ResultSet rows = select.executeQuery()) {
            Map<String, List<Found>> seals = new LinkedHashMap<>();
            while (rows.next()) {
                Found found = found(rows);
                seals.computeIfAbsent(found.seal().node(), node -> new ArrayList<>())
                        .add(found);
            }
            return seals;
        }
    }

    private Found found(ResultSet row) throws SQLException {
        Seal seal = new Seal(
                Kind.valueOf(row.getString(1)),
                row.getString(2),
                row.getLong(3),
                row.getLong(4),
                row.getLong(5),
                row.getString(6),
                row.getObject(7, OffsetDateTime.class).toInstant(),
                row.getObject(8, OffsetDateTime.class).toInstant());
        return new Found(seal, keys.sealed(seal.sealedText(), row.getString(9)));
    }

    void insert(Connection connection, Seal seal) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into audit_seal (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, seal.kind().name());
            insert.setString(2, seal.node());
            insert.setLong(3, seal.from());
            insert.setLong(4, seal.to());
            insert.setLong(5, seal.rows());
            insert.setString(6, seal.digest());
            insert.setObject(7, seal.lastAt().atOffset(ZoneOffset.UTC));
            insert.setObject(8, seal.sealedAt().atOffset(ZoneOffset.UTC));
            insert.setString(9, keys.seal(seal.sealedText()));
            insert.executeUpdate();
        }
    }

    /** Seals the rows from this one to the end of the chain, whose head the caller has locked. */
    void sealSegment(Connection connection, ChainHead head, long from, Instant now) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select count(*), max(at) from audit_entry"
                + " where node = ? and sequence_number >= ? and sequence_number <= ?")) {
            select.setString(1, head.node());
            select.setLong(2, from);
            select.setLong(3, head.sequence());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                long rows = row.getLong(1);
                // None is left when somebody deleted them all: the seal still says that they were there.
                OffsetDateTime last = row.getObject(2, OffsetDateTime.class);
                insert(
                        connection,
                        new Seal(
                                Kind.SEGMENT,
                                head.node(),
                                from,
                                head.sequence(),
                                rows,
                                head.digest(),
                                last == null ? now : last.toInstant(),
                                now));
            }
        }
    }

    /** Seals the rows that are older than every chain as one block, so that none can be added to them or taken away. */
    void sealBeforeTheChain(Connection connection, Instant now) throws SQLException {
        RowsBeforeTheChain rows = RowsBeforeTheChain.read(connection);
        insert(
                connection,
                new Seal(
                        Kind.BEFORE,
                        Seal.BEFORE_THE_CHAIN,
                        0,
                        0,
                        rows.count(),
                        rows.digest(),
                        rows.lastAt().orElse(now),
                        now));
    }

    boolean beforeTheChainIsSealed(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select count(*) from audit_seal where node = ?")) {
            select.setString(1, Seal.BEFORE_THE_CHAIN);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1) > 0;
            }
        }
    }

    /** The seals of one node in the order of their rows. */
    List<Found> of(Connection connection, String node) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select " + COLUMNS + " from audit_seal where node = ? order by to_sequence")) {
            select.setString(1, node);
            try (ResultSet rows = select.executeQuery()) {
                List<Found> seals = new ArrayList<>();
                while (rows.next()) {
                    seals.add(found(rows));
                }
                return seals;
            }
        }
    }

    /** Deletes the seals of rows up to this one and says how many there were. */
    int delete(Connection connection, String node, long to) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("delete from audit_seal where node = ? and to_sequence <= ?")) {
            delete.setString(1, node);
            delete.setLong(2, to);
            return delete.executeUpdate();
        }
    }
}

package fr.sisamu.portail.audit;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** The columns of {@code audit_entry}, in one order for whoever writes or reads them. */
final class TraceColumns {

    static final String ALL =
            "id, at, node, kind, outcome, support_code, account_id, session_id, identifier, unit_code,"
                    + " origin, workstation_id, detail, sequence_number, previous_digest, digest";

    static final String INSERT =
            "insert into audit_entry (" + ALL + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    /** How many rows stand in memory while many are read. */
    static final int AT_ONCE = 2000;

    /** Seconds for who reads them all: the server's own bound is made for pages. */
    static final int PATIENCE = 3600;

    private TraceColumns() {}

    static void set(PreparedStatement insert, TraceRow row) throws SQLException {
        ChainLink link = row.link().orElseThrow();
        insert.setLong(1, row.id());
        insert.setObject(2, row.at().atOffset(ZoneOffset.UTC));
        insert.setString(3, row.node());
        insert.setString(4, row.kind());
        insert.setString(5, row.outcome());
        insert.setString(6, row.supportCode());
        insert.setObject(7, row.account().orElse(null), Types.BIGINT);
        insert.setObject(8, row.session().orElse(null), Types.BIGINT);
        insert.setString(9, row.identifier().orElse(null));
        insert.setString(10, row.unit().orElse(null));
        insert.setString(11, row.origin().orElse(null));
        insert.setString(12, row.workstation().orElse(null));
        insert.setString(13, row.detail());
        insert.setLong(14, link.sequence());
        insert.setString(15, link.previous());
        insert.setString(16, link.digest());
    }

    static TraceRow read(ResultSet rows) throws SQLException {
        long sequence = rows.getLong(14);
        boolean chained = !rows.wasNull();
        return new TraceRow(
                rows.getLong(1),
                rows.getObject(2, OffsetDateTime.class).toInstant(),
                rows.getString(3),
                rows.getString(4),
                rows.getString(5),
                rows.getString(6),
                number(rows, 7),
                number(rows, 8),
                Optional.ofNullable(rows.getString(9)),
                Optional.ofNullable(rows.getString(10)),
                Optional.ofNullable(rows.getString(11)),
                Optional.ofNullable(rows.getString(12)),
                rows.getString(13),
                chained
                        ? Optional.of(new ChainLink(sequence, rows.getString(15), rows.getString(16)))
                        : Optional.empty());
    }

    private static Optional<Long> number(ResultSet rows, int column) throws SQLException {
        long value = rows.getLong(column);
        return rows.wasNull() ? Optional.empty() : Optional.of(value);
    }
}

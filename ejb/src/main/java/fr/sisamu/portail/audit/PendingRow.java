package fr.sisamu.portail.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** A trace that waits to be written. It knows what was tried before, so that no row is lost and none written twice. */
final class PendingRow {

    private static final long NONE = 0;

    private final Trace trace;
    private final Instant at;
    private long id = NONE;
    private volatile boolean done;

    PendingRow(Trace trace, Instant at) {
        this.trace = trace;
        this.at = at;
    }

    Trace trace() {
        return trace;
    }

    /** The row as an earlier try has left it, if that was committed though its answer never came back. */
    Optional<TraceRow> committed(Connection connection, String node) throws SQLException {
        if (id == NONE) {
            return Optional.empty();
        }
        try (PreparedStatement select =
                connection.prepareStatement("select " + TraceColumns.ALL + " from audit_entry where id = ?")) {
            select.setLong(1, id);
            try (ResultSet rows = select.executeQuery()) {
                if (!rows.next()) {
                    return Optional.empty();
                }
                TraceRow there = TraceColumns.read(rows);
                if (there.with(Optional.empty()).equals(TraceRow.of(id, at, node, trace))) {
                    return Optional.of(there);
                }
            }
        }
        id = NONE; // somebody put another row there
        return Optional.empty();
    }

    TraceRow numbered(Connection connection, EntryIds ids, String node) throws SQLException {
        if (id == NONE) {
            id = ids.next(connection);
        }
        return TraceRow.of(id, at, node, trace);
    }

    boolean isDone() {
        return done;
    }

    void nowDone() {
        done = true;
    }
}

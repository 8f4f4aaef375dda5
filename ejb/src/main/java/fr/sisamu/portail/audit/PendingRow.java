package fr.sisamu.portail.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** A trace that waits to be written. It knows what was tried before, so that no row is lost and none written twice. */
final class PendingRow {

    private static final long NONE = 0;

    private final Trace trace;
    private final Instant at;
    private long id = NONE;
    private final Semaphore turn = new Semaphore(0);
    private volatile boolean done;

    /** @param at to the microsecond, as databases keep it: the digest must not depend on what they cut off */
    PendingRow(Trace trace, Instant at) {
        this.trace = trace;
        this.at = at.truncatedTo(ChronoUnit.MICROS);
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
        wake();
    }

    /** Lets its caller look again: the row is written, or it is his turn to write. */
    void wake() {
        turn.release();
    }

    void awaitTurn(Duration longest) throws InterruptedException {
        boolean woken = turn.tryAcquire(longest.toNanos(), TimeUnit.NANOSECONDS);
        if (woken) {
            turn.drainPermits();
        }
    }
}

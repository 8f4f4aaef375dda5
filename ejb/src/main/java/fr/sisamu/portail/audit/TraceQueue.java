package fr.sisamu.portail.audit;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;

/**
 * The rows that wait for the database, in their order. Each caller waits until its own is committed; whoever comes
 * first writes for all who wait by then, so that a crowd costs one transaction, and two threads never fork the chain.
 *
 * <p>When the database fails or is slow nobody waits for long and no row is given up: it stays here and is written
 * later. Only a full queue or the death of the process loses rows, and each of these stands in the log.
 */
@ApplicationScoped
class TraceQueue {

    private static final Logger LOG = System.getLogger(TraceQueue.class.getName());

    static final int CAPACITY = 10_000;

    private static final int BATCH = 200;

    /** The SQL states that blame a value. */
    private static final Pattern DATA_EXCEPTION = Pattern.compile("22.*");

    /** Those that blame somebody else who wrote at the same instant: two nodes that start, a row that was put there. */
    private static final Pattern CONFLICT = Pattern.compile("(?:23|40).*");

    /** How often a conflict is met before the database is left alone. */
    private static final int TRIES = 5;

    /** How long a caller waits for those before it. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** How often who waits looks up by himself: whose turn it was may have lost his patience. */
    private static final Duration GLANCE = Duration.ofMillis(200);

    /** How long the database is left alone after a failure, lest each caller wait for it in turn. */
    private static final Duration PAUSE = Duration.ofSeconds(5);

    @Inject
    ChainWriter writer;

    @Inject
    TraceSinks sinks;

    @Inject
    Clock clock;

    private final BlockingQueue<PendingRow> waiting = new LinkedBlockingQueue<>(CAPACITY);
    private final ReentrantLock writing = new ReentrantLock();
    private final AtomicLong lost = new AtomicLong();
    private volatile Instant pausedUntil = Instant.MIN;
    private int batchSize = BATCH;
    private int conflicts;

    /** Returns when the row is committed, or sooner when the database is not at hand. */
    void add(Trace trace) {
        PendingRow row = new PendingRow(trace, clock.instant());
        if (!waiting.offer(row)) {
            lost(trace, new IllegalStateException(CAPACITY + " rows wait already"));
            return;
        }
        try {
            awaitCommit(row);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!row.isDone()) {
            LOG.log(Level.WARNING, "traced later: {0}", described(trace));
        }
    }

    private void awaitCommit(PendingRow row) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!row.isDone() && !paused()) {
            if (writing.tryLock()) {
                lead(row);
                continue;
            }
            Duration left = Duration.ofNanos(end - System.nanoTime());
            if (left.isNegative()) {
                return;
            }
            row.awaitTurn(left.compareTo(GLANCE) < 0 ? left : GLANCE);
        }
    }

    /** Writes until the row is there, then wakes the first of those who came too late for the last batch. */
    private void lead(PendingRow row) {
        try {
            writeUntil(row);
        } finally {
            writing.unlock();
            PendingRow next = waiting.peek();
            if (next != null) {
                next.wake();
            }
        }
    }

    /** Writes what waits, if the database may be asked again. */
    void flush() {
        if (!paused() && !waiting.isEmpty() && writing.tryLock()) {
            lead(null);
        }
    }

    /** Seals what no seal covers yet. */
    void seal() throws SQLException {
        writing.lock();
        try {
            writer.seal();
        } finally {
            writing.unlock();
        }
    }

    int waiting() {
        return waiting.size();
    }

    long lost() {
        return lost.get();
    }

    @PreDestroy
    void close() {
        pausedUntil = Instant.MIN;
        flush();
        waiting.forEach(row -> lost(row.trace(), new IllegalStateException("the portal stops")));
    }

    private boolean paused() {
        return clock.instant().isBefore(pausedUntil);
    }

    private void writeUntil(PendingRow row) {
        while ((row == null || !row.isDone()) && writeSome()) {
            // rows leave in the order in which they came
        }
    }

    private boolean writeSome() {
        List<PendingRow> batch = waiting.stream().limit(batchSize).toList();
        if (batch.isEmpty()) {
            return false;
        }
        try {
            written(batch, writer.write(batch));
            return true;
        } catch (SQLException e) {
            if (has(e, CONFLICT) && ++conflicts < TRIES) {
                return true;
            }
            return has(e, DATA_EXCEPTION) ? narrowed(batch, e) : pause(e);
        } catch (RuntimeException e) {
            return pause(e);
        }
    }

    private void written(List<PendingRow> batch, List<TraceRow> rows) {
        if (!pausedUntil.equals(Instant.MIN)) {
            pausedUntil = Instant.MIN;
            LOG.log(Level.INFO, "the trace is written again");
        }
        batchSize = BATCH;
        conflicts = 0;
        leave(batch);
        sinks.take(rows);
    }

    private void leave(List<PendingRow> batch) {
        for (PendingRow row : batch) {
            waiting.remove();
            row.nowDone();
        }
    }

    /** One row that no database takes must not hold up those behind it. */
    private boolean narrowed(List<PendingRow> batch, SQLException cause) {
        if (batch.size() == 1) {
            lost(batch.get(0).trace(), cause);
            leave(batch);
        }
        batchSize = 1;
        return true;
    }

    private static boolean has(SQLException e, Pattern state) {
        return e.getSQLState() != null && state.matcher(e.getSQLState()).matches();
    }

    private boolean pause(Exception cause) {
        if (pausedUntil.equals(Instant.MIN)) {
            LOG.log(Level.ERROR, "the trace cannot be written now; rows wait, next try in " + PAUSE, cause);
        }
        pausedUntil = clock.instant().plus(PAUSE);
        conflicts = 0;
        return false;
    }

    private void lost(Trace trace, Exception cause) {
        lost.incrementAndGet();
        LOG.log(Level.ERROR, "not traced: " + described(trace) + ", " + trace.detail(), cause);
    }

    private static String described(Trace trace) {
        return trace.kind() + " " + trace.outcome() + ", support code " + trace.supportCode();
    }
}

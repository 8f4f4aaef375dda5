package fr.sisamu.portail.audit;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.ReentrantLock;

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
    private final LostRows lost = new LostRows();
    private final Pause pause = new Pause(PAUSE);
    private int batchSize = BATCH;
    private int failures;

    /** Returns when the row is committed, or sooner when the database is not at hand. */
    void add(Trace trace) {
        PendingRow row = new PendingRow(trace, clock.instant());
        if (!waiting.offer(row)) {
            lost.add(trace, new IllegalStateException(CAPACITY + " rows wait already"));
            return;
        }
        try {
            awaitCommit(row);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!row.isDone()) {
            LOG.log(Level.WARNING, "traced later: {0}", LostRows.described(trace));
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
            handOn();
        }
    }

    private void handOn() {
        writing.unlock();
        PendingRow next = waiting.peek();
        if (next != null) {
            next.wake();
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
            handOn();
        }
    }

    int waiting() {
        return waiting.size();
    }

    long lost() {
        return lost.count();
    }

    @PreDestroy
    void close() {
        pause.end();
        flush();
        waiting.forEach(row -> lost.add(row.trace(), new IllegalStateException("the portal stops")));
    }

    private boolean paused() {
        return pause.lasts(clock.instant());
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
        } catch (SQLException | RuntimeException e) {
            return failed(batch, e);
        }
    }

    /** Whether to go on at once. One row that no database takes must not hold up those behind it. */
    private boolean failed(List<PendingRow> batch, Exception cause) {
        failures++;
        switch (Remedy.of(cause, failures)) {
            case TRY_AGAIN -> {}
            case ONE_BY_ONE -> {
                if (batch.size() == 1) {
                    lost.add(batch.get(0).trace(), cause);
                    leave(batch);
                }
                batchSize = 1;
            }
            case WAIT -> {
                pause(cause);
                return false;
            }
        }
        return true;
    }

    private void written(List<PendingRow> batch, List<TraceRow> rows) {
        if (pause.begun()) {
            pause.end();
            LOG.log(Level.INFO, "the trace is written again");
        }
        batchSize = BATCH;
        failures = 0;
        leave(batch);
        sinks.take(rows);
    }

    private void leave(List<PendingRow> batch) {
        for (PendingRow row : batch) {
            waiting.remove();
            row.nowDone();
        }
    }

    private void pause(Exception cause) {
        if (!pause.begun()) {
            LOG.log(Level.ERROR, "the trace cannot be written now; rows wait, next try in " + PAUSE, cause);
        }
        pause.begin(clock.instant());
        failures = 0;
    }
}

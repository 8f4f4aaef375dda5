package fr.sisamu.portail.audit;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** The rows on their way to one sink, which may fail or hang: whoever writes the trace never waits for it. */
final class SinkLane {

    private static final Logger LOG = System.getLogger(SinkLane.class.getName());

    static final int CAPACITY = 10_000;

    /** How long a sink is left alone after a failure. */
    static final Duration PAUSE = Duration.ofSeconds(10);

    /** After so long with one row a sink hangs. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private final BlockingQueue<TraceRow> rows = new LinkedBlockingQueue<>(CAPACITY);
    private final AtomicBoolean busy = new AtomicBoolean();
    private final AtomicLong dropped = new AtomicLong();
    private final Pause pause = new Pause(PAUSE);
    private final TraceSink sink;
    private final Executor executor;
    private final Clock clock;
    private volatile Instant writingSince = Instant.MAX;
    private volatile Optional<String> lastError = Optional.empty();
    private long reported;

    SinkLane(TraceSink sink, Executor executor, Clock clock) {
        this.sink = sink;
        this.executor = executor;
        this.clock = clock;
    }

    void take(TraceRow row) {
        if (!rows.offer(row)) {
            dropped.incrementAndGet();
        }
        move();
    }

    /** Lets the rows go on, unless they go already or the sink has just failed. */
    void move() {
        if (rows.isEmpty() || pause.lasts(clock.instant()) || !busy.compareAndSet(false, true)) {
            return;
        }
        try {
            executor.execute(this::drain);
        } catch (RejectedExecutionException e) {
            busy.set(false); // the server stops, or has no thread now; the timer comes back
        }
    }

    private void drain() {
        try {
            for (TraceRow row = rows.peek(); row != null; row = rows.peek()) {
                writingSince = clock.instant();
                sink.write(row);
                rows.remove();
                recovered();
            }
        } catch (IOException | RuntimeException e) {
            failed(e);
        } finally {
            writingSince = Instant.MAX;
            busy.set(false);
        }
    }

    /** Cuts off a sink that has been busy with one row for too long, and goes on after a pause. */
    void check() {
        if (writingSince.isBefore(clock.instant().minus(PATIENCE))) {
            close();
        }
        move();
    }

    void close() {
        try {
            sink.close();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "a sink of the trace did not close", e);
        }
    }

    SinkState state() {
        return new SinkState(sink.name(), rows.size(), dropped.get(), lastError);
    }

    /** How many rows were dropped since the last time that somebody asked this. */
    long newlyDropped() {
        long all = dropped.get();
        long since = all - reported;
        reported = all;
        return since;
    }

    private void recovered() {
        if (lastError.isPresent()) {
            lastError = Optional.empty();
            LOG.log(Level.INFO, "the trace goes to {0} again", sink.name());
        }
    }

    private void failed(Exception cause) {
        if (lastError.isEmpty()) {
            LOG.log(Level.WARNING, "the trace does not go to " + sink.name() + " now", cause);
        }
        lastError = Optional.of(cause.getClass().getSimpleName() + ": " + cause.getMessage());
        pause.begin(clock.instant());
    }
}

package fr.sisamu.portail.metrics;

import fr.sisamu.portail.credential.PasswordHasher;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.Collector;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;

/** The queue in which passwords wait to be hashed, as whoever keeps it tells. */
@ApplicationScoped
public class PasswordQueue implements Measure {

    private static final double NANOS = 1e9;
    private static final double MILLIS = 1e3;

    @Inject
    PasswordHasher hasher;

    private final Gauge waiting = Gauge.builder()
            .name("portail_password_queue_waiting")
            .help("Passwords that wait for their turn to be hashed.")
            .build();

    private final Gauge running = Gauge.builder()
            .name("portail_password_queue_running")
            .help("Passwords that are being hashed.")
            .build();

    private final Counter refused = Counter.builder()
            .name("portail_password_queue_refused_total")
            .help("Passwords that were turned away, for too many waited.")
            .build();

    private final Histogram waited = Histogram.builder()
            .name("portail_password_queue_wait_seconds")
            .help("How long passwords waited for their turn.")
            .classicOnly()
            .classicUpperBounds(0.01, 0.1, 0.5, 1, 2, 5, 10, 30)
            .build();

    private final Histogram worked = Histogram.builder()
            .name("portail_password_hash_duration_seconds")
            .help("How long the work with a password took from its turn on, database included.")
            .classicOnly()
            .classicUpperBounds(0.025, 0.05, 0.1, 0.2, 0.5, 1, 2, 5)
            .build();

    /** Work that has taken its place in the queue. Its turn comes, or it is refused or left: what comes first is for good. */
    public final class Place<T> implements Callable<T> {

        private final Callable<T> work;
        private final AtomicBoolean decided = new AtomicBoolean();
        private final long since = System.nanoTime();

        private Place(Callable<T> work) {
            this.work = work;
        }

        /** @throws CancellationException if it was refused or left before */
        @Override
        public T call() throws Exception {
            if (!decided.compareAndSet(false, true)) {
                throw new CancellationException("its turn does not come");
            }
            long begin = System.nanoTime();
            waiting.dec();
            waited.observe((begin - since) / NANOS);
            running.inc();
            try {
                return work.call();
            } finally {
                running.dec();
                worked.observe((System.nanoTime() - begin) / NANOS);
            }
        }

        /** Too many wait: its turn never comes. False if it has come already. */
        public boolean refuse() {
            boolean inTime = leave();
            if (inTime) {
                refused.inc();
            }
            return inTime;
        }

        /** Whoever waited has gone: its turn never comes. False if it has come already. */
        public boolean leave() {
            boolean inTime = decided.compareAndSet(false, true);
            if (inTime) {
                waiting.dec();
            }
            return inTime;
        }
    }

    /** Takes a place for this work, which is to be called once in its stead, or refused. */
    public <T> Place<T> enter(Callable<T> work) {
        waiting.inc();
        return new Place<>(work);
    }

    @Override
    public List<Collector> collectors() {
        return List.of(
                waiting,
                running,
                refused,
                waited,
                worked,
                Read.gauge(
                        "portail_password_hash_cpu_seconds",
                        "Processor time of one hash, measured at start.",
                        List.of(),
                        values -> hasher.costMillis().ifPresent(millis -> values.put(millis / MILLIS))));
    }
}

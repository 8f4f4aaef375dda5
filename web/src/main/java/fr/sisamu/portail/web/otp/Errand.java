package fr.sisamu.portail.web.otp;

import fr.sisamu.portail.metrics.PasswordQueue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Work with a password that somebody waits for. It is done, or it never will be: whoever is told that it was refused may
 * rely on that. What nobody has asked for lately is not begun any more, so that a browser that left gets no code.
 */
final class Errand<T> implements Callable<T> {

    /** A page that waits asks every few seconds. */
    private static final Duration GIVEN_UP = Duration.ofSeconds(20);

    private final PasswordQueue.Place<T> place;
    private final Clock clock;
    private final Future<T> future;
    private volatile Instant askedFor;

    /** @throws java.util.concurrent.RejectedExecutionException if the pool takes no more; then it never is done */
    Errand(PasswordQueue.Place<T> place, ExecutorService pool, Clock clock) {
        this.place = place;
        this.clock = clock;
        askedFor = clock.instant();
        future = pool.submit(this);
    }

    @Override
    public T call() throws Exception {
        if (isUnasked(GIVEN_UP)) {
            place.leave();
        }
        return place.call();
    }

    /** Whether nobody has asked for it for so long. */
    boolean isUnasked(Duration time) {
        return askedFor.plus(time).isBefore(clock.instant());
    }

    boolean isDone() {
        return future.isDone();
    }

    /**
     * What came of it.
     *
     * @throws TimeoutException if it is not done by then
     * @throws CancellationException if it never will be
     */
    T within(Duration patience) throws InterruptedException, ExecutionException, TimeoutException {
        askedFor = clock.instant();
        try {
            return future.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof CancellationException refused) {
                throw refused;
            }
            throw e;
        } finally {
            askedFor = clock.instant();
        }
    }

    /** The same, once it has been begun: that comes to an end by the time-outs of the database. */
    T toItsEnd() throws InterruptedException, ExecutionException {
        return future.get();
    }

    /** Sees to it that it never is done, for it takes too long; false if it has been begun. */
    boolean refuse() {
        boolean inTime = place.refuse();
        if (inTime) {
            makeRoom();
        }
        return inTime;
    }

    /** Nobody waits for it any more: what has not been begun never is. */
    void leave() {
        if (place.leave()) {
            makeRoom();
        }
    }

    private void makeRoom() {
        future.cancel(false);
    }
}

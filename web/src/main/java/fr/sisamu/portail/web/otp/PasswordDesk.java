package fr.sisamu.portail.web.otp;

import fr.sisamu.portail.metrics.PasswordQueue;
import fr.sisamu.portail.secret.Secrets;
import jakarta.annotation.Resource;
import jakarta.ejb.EJBException;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Where passwords are hashed: a bounded pool, first come first served ({@code concurrent/passwords} of common.xml). Work
 * that has to queue is left here under a ticket, so that a page can say so and no request waits with it.
 */
@ApplicationScoped
public class PasswordDesk {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration KEPT = Duration.ofMinutes(2);

    @Resource(lookup = "concurrent/passwords")
    ManagedExecutorService pool;

    @Inject
    PasswordQueue line;

    @Inject
    Clock clock;

    private final Map<String, Queued> queue = new ConcurrentHashMap<>();

    private record Queued(Future<?> work, Instant since) {}

    /** The result, or a ticket by which to ask for it again; neither: too many are waiting already. */
    public record Turn<T>(Optional<T> result, Optional<String> ticket) {}

    /** Does the work, or leaves it in the queue if that takes longer than a page should. */
    public <T> Turn<T> submit(Callable<T> work) {
        Instant now = clock.instant();
        queue.values().removeIf(queued -> queued.since().plus(KEPT).isBefore(now));
        PasswordQueue.Place<T> place = line.enter(work);
        Future<T> future;
        try {
            future = pool.submit(place);
        } catch (RejectedExecutionException full) {
            place.refuse();
            return new Turn<>(Optional.empty(), Optional.empty());
        }
        String ticket = Secrets.random();
        queue.put(ticket, new Queued(future, now));
        return look(ticket);
    }

    /** How many pieces of work are being done or wait for their turn on this node. */
    public long waiting() {
        return queue.values().stream().filter(queued -> !queued.work().isDone()).count();
    }

    /** The work left under this ticket; a ticket of another time, or of another node, leads nowhere. */
    @SuppressWarnings("unchecked") // whoever has the ticket has left the work
    public <T> Turn<T> look(String ticket) {
        Queued queued = queue.get(ticket);
        if (queued == null) {
            return new Turn<>(Optional.empty(), Optional.empty());
        }
        try {
            T result = (T) queued.work().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            queue.remove(ticket);
            return new Turn<>(Optional.of(result), Optional.empty());
        } catch (TimeoutException e) {
            return new Turn<>(Optional.empty(), Optional.of(ticket));
        } catch (ExecutionException e) {
            queue.remove(ticket);
            throw new EJBException("the work with a password failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a password was hashed", e);
        }
    }
}

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
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;

/**
 * Where passwords are hashed: a bounded pool, first come first served ({@code concurrent/passwords} of common.xml). Work
 * that has to queue is left here under a ticket, so that a page can say so and no request waits with it; or it is done
 * before the page answers, or never.
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

    private final Map<String, Errand<?>> queue = new ConcurrentHashMap<>();

    /**
     * The result, or a ticket by which to ask for it again; neither: there is no such work.
     *
     * @param refused it was not done and will not be, for too many wait or nobody had asked for it lately
     */
    public record Turn<T>(Optional<T> result, Optional<String> ticket, boolean refused) {

        private static <T> Turn<T> over(boolean refused) {
            return new Turn<>(Optional.empty(), Optional.empty(), refused);
        }
    }

    /** Does the work, or leaves it in the queue if that takes longer than a page should. */
    public <T> Turn<T> submit(Callable<T> work) {
        return take(work).map(this::<T>look).orElseGet(() -> Turn.over(true));
    }

    /** Does the work before the page answers; empty: too many wait, it was not done and will not be. */
    public <T> Optional<T> doNow(Callable<T> work) {
        return take(work).flatMap(this::<T>finish);
    }

    private <T> Optional<String> take(Callable<T> work) {
        forgetOld();
        PasswordQueue.Place<T> place = line.enter(work);
        try {
            String ticket = Secrets.random();
            queue.put(ticket, new Errand<>(place, pool, clock));
            return Optional.of(ticket);
        } catch (RejectedExecutionException full) {
            place.refuse();
            return Optional.empty();
        }
    }

    private void forgetOld() {
        queue.values().removeIf(errand -> {
            boolean old = errand.isUnasked(KEPT);
            if (old) {
                errand.leave();
            }
            return old;
        });
    }

    /** How many pieces of work are being done or wait for their turn on this node. */
    public long waiting() {
        return queue.values().stream().filter(errand -> !errand.isDone()).count();
    }

    /** The work left under this ticket; a ticket of another time, or of another node, leads nowhere. */
    public <T> Turn<T> look(String ticket) {
        Optional<Errand<T>> found = find(ticket);
        return found.isPresent() ? look(ticket, found.get()) : Turn.over(false);
    }

    private <T> Turn<T> look(String ticket, Errand<T> errand) {
        try {
            T result = errand.within(PATIENCE);
            queue.remove(ticket);
            return new Turn<>(Optional.of(result), Optional.empty(), false);
        } catch (TimeoutException e) {
            return new Turn<>(Optional.empty(), Optional.of(ticket), false);
        } catch (CancellationException e) {
            queue.remove(ticket);
            return Turn.over(true);
        } catch (ExecutionException e) {
            queue.remove(ticket);
            throw failed(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private <T> Optional<T> finish(String ticket) {
        Errand<T> errand = this.<T>find(ticket).orElseThrow();
        try {
            return within(errand);
        } catch (CancellationException e) {
            return Optional.empty();
        } catch (ExecutionException e) {
            throw failed(e);
        } catch (InterruptedException e) {
            errand.leave();
            throw interrupted(e);
        } finally {
            queue.remove(ticket);
        }
    }

    private static <T> Optional<T> within(Errand<T> errand) throws InterruptedException, ExecutionException {
        try {
            return Optional.of(errand.within(PATIENCE));
        } catch (TimeoutException e) {
            return errand.refuse() ? Optional.empty() : Optional.of(errand.toItsEnd());
        }
    }

    /** Whoever left this work will not come back for it; what has not been begun never is. */
    public void giveUp(String ticket) {
        Optional.ofNullable(queue.remove(ticket)).ifPresent(Errand::leave);
    }

    @SuppressWarnings("unchecked") // whoever has the ticket has left the work
    private <T> Optional<Errand<T>> find(String ticket) {
        return Optional.ofNullable((Errand<T>) queue.get(ticket));
    }

    private static EJBException failed(ExecutionException e) {
        return new EJBException("the work with a password failed", e);
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted while a password was hashed", e);
    }
}

package fr.sisamu.portail.partners.fault;

import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.TimeUnit;

/** Lets a request wait before it is answered; no thread waits with it. */
public enum Delay {
    SLOW(3),
    HANG(60);

    private static final String DELAYED = "fault.delayed";

    private final int seconds;

    Delay(int seconds) {
        this.seconds = seconds;
    }

    /** Whether this request has waited already. */
    public static boolean isOver(HttpServletRequest request) {
        return request.getAttribute(DELAYED) != null;
    }

    /**
     * Comes back to the servlet later. The dispatch that the executor makes answers the request; its future has nothing
     * to add.
     */
    @SuppressWarnings("FutureReturnValueIgnored")
    public void begin(HttpServletRequest request, ManagedScheduledExecutorService executor) {
        request.setAttribute(DELAYED, true);
        AsyncContext later = request.startAsync();
        later.setTimeout(TimeUnit.MINUTES.toMillis(2));
        executor.schedule(() -> later.dispatch(), seconds, TimeUnit.SECONDS);
    }
}

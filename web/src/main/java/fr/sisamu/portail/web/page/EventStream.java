package fr.sisamu.portail.web.page;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Server-Sent Events (HTML standard §9.2) to one page. The request's thread is given back at once; the connection is
 * closed after ten minutes and the browser makes a new one by itself.
 */
public final class EventStream {

    private static final Duration LIFE = Duration.ofMinutes(10);

    private final AsyncContext connection;
    private final AtomicBoolean over = new AtomicBoolean();

    private EventStream(AsyncContext connection) {
        this.connection = connection;
    }

    /** Answers the request with a stream that has begun. */
    public static EventStream open(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/event-stream");
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write("retry: 2000\nevent: ping\ndata: {}\n\n");
        response.flushBuffer();
        AsyncContext connection = request.startAsync();
        connection.setTimeout(LIFE.toMillis());
        return new EventStream(connection);
    }

    /**
     * Sends one event; synchronised, because two may come at once.
     *
     * @throws IOException if the browser is gone
     */
    public synchronized void send(String event, String data) throws IOException {
        ServletResponse response = connection.getResponse();
        PrintWriter writer = response.getWriter();
        writer.write("event: " + event + "\ndata: " + data + "\n\n");
        response.flushBuffer();
        if (writer.checkError()) {
            throw new IOException("the browser is gone");
        }
    }

    /** Closes the connection; safe to call for one that is already closed. */
    public void close() {
        if (over.compareAndSet(false, true)) {
            connection.complete();
        }
    }

    /** Runs this once nobody listens any more. */
    public void whenOver(Runnable forget) {
        connection.addListener(new Over(forget));
    }

    private final class Over implements AsyncListener {

        private final Runnable forget;

        Over(Runnable forget) {
            this.forget = forget;
        }

        @Override
        public void onComplete(AsyncEvent event) {
            over.set(true);
            forget.run();
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            forget.run();
            close();
        }

        @Override
        public void onError(AsyncEvent event) {
            forget.run();
            close();
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            // The same stream goes on; nothing to keep.
        }
    }
}

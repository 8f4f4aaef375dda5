package fr.sisamu.portail.web.body;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;

/**
 * Reads a form as it comes, without a thread that waits for it (Servlet 6.0 §3.10). Its end comes once: with the last
 * octet, with one too many, after too long, or with the sender gone.
 */
public final class FormReading implements ReadListener {

    private static final String ATTRIBUTE = FormReading.class.getName();
    private static final int PIECE = 8_192;

    private final FormReader reader;
    private final long number;
    private final int room;
    private final Bounds bounds;
    private final String path;
    private final String query;
    private final Sender sender;
    private final AsyncContext request;
    private final ServletInputStream in;
    private final ByteArrayOutputStream form = new ByteArrayOutputStream(256);
    private final long begin = System.nanoTime();
    private volatile boolean over;
    private BodyRefusal refusal;

    /** By what a request is known again. */
    private record Sender(String method, String address, int port, String cookies, String query) {
        static Sender of(HttpServletRequest request) {
            return new Sender(
                    request.getMethod(),
                    request.getRemoteAddr(),
                    request.getRemotePort(),
                    request.getHeader("Cookie"),
                    request.getQueryString());
        }
    }

    FormReading(FormReader reader, long number, int room, HttpServletRequest request, String path, Bounds bounds)
            throws IOException {
        this.reader = reader;
        this.number = number;
        this.room = room;
        this.bounds = bounds;
        this.path = path;
        this.query = request.getQueryString();
        this.sender = Sender.of(request);
        this.request = request.startAsync();
        this.request.setTimeout(0); // the reader keeps the time: the server's own timer disturbs the scopes of CDI
        this.in = request.getInputStream();
        request.setAttribute(ATTRIBUTE, this);
    }

    void begin() {
        in.setReadListener(this);
    }

    /** What was read for a request that has come back: the very one that went, or this is a fault. */
    public static FormReading of(HttpServletRequest request, String path) {
        FormReading reading = (FormReading) request.getAttribute(ATTRIBUTE);
        if (reading == null || !reading.path.equals(path) || !reading.sender.equals(Sender.of(request))) {
            throw new IllegalStateException("a request came back as another than it went");
        }
        return reading;
    }

    /** Why it was not read to its end; empty if it was. */
    public synchronized Optional<BodyRefusal> refusal() {
        return Optional.ofNullable(refusal);
    }

    public synchronized byte[] octets() {
        return form.toByteArray();
    }

    long number() {
        return number;
    }

    /** What it counts for while it is read. */
    int room() {
        return room;
    }

    @Override
    public void onDataAvailable() throws IOException {
        byte[] piece = new byte[PIECE];
        while (!over && in.isReady() && !in.isFinished()) {
            int count = in.read(piece);
            if (count > 0) {
                keep(piece, count);
            }
        }
    }

    private synchronized void keep(byte[] piece, int count) {
        if (over) {
            return;
        }
        if (form.size() + count > bounds.octets()) {
            end(BodyRefusal.TOO_BIG);
        } else {
            form.write(piece, 0, count);
        }
    }

    @Override
    public void onAllDataRead() {
        end(null);
    }

    /** The end came before the length that was announced. */
    @Override
    public void onError(Throwable cause) {
        end(BodyRefusal.GONE);
    }

    void endIfLate() {
        if (System.nanoTime() - begin > bounds.time().toNanos()) {
            end(BodyRefusal.TOO_SLOW);
        }
    }

    /** @param why null where all of it was read */
    synchronized void end(BodyRefusal why) {
        if (!over) {
            over = true;
            refusal = why;
            reader.end(this);
        }
    }

    /** With its address in words: to be asked for it the server would remember it for the thread that asks, and for good. */
    void sendOn() {
        request.dispatch(query == null ? path : path + "?" + query);
    }
}

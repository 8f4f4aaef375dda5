package fr.sisamu.portail.web.body;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;

/**
 * The body of a request, no longer and no slower than its kind allows. Each read of the server's waits for so long as
 * {@code readTimeout} lets it; this holds all of them together against the time of its kind, and against a rate that
 * a line of the slowest hospital keeps up.
 */
final class BoundedStream extends ServletInputStream {

    /** Octets a second, after the first seconds. */
    private static final long SLOWEST = 4_096;

    private static final long GRACE = 10_000_000_000L;

    private final ServletInputStream in;
    private final Bounds bounds;
    private final Runnable whenOver;
    private final long begin = System.nanoTime();
    private long count;
    private boolean over;

    /** @param whenOver runs once, with the last octet or when the request is done with */
    BoundedStream(ServletInputStream in, Bounds bounds, Runnable whenOver) {
        this.in = in;
        this.bounds = bounds;
        this.whenOver = whenOver;
    }

    void over() {
        if (!over) {
            over = true;
            whenOver.run();
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read;
        try {
            read = in.read(target, offset, length);
        } catch (SocketTimeoutException silent) {
            throw new BodyRefusedException(BodyRefusal.TOO_SLOW, silent);
        } catch (IOException gone) {
            throw new BodyRefusedException(BodyRefusal.GONE, gone);
        }
        if (read < 0) {
            over();
            return read;
        }
        count += read;
        if (count > bounds.octets()) {
            throw new BodyRefusedException(BodyRefusal.TOO_BIG, "a body beyond " + bounds.octets() + " octets");
        }
        if (isTooSlow(System.nanoTime() - begin)) {
            throw new BodyRefusedException(BodyRefusal.TOO_SLOW, count + " octets in too long a time");
        }
        return read;
    }

    private boolean isTooSlow(long nanos) {
        return nanos > bounds.time().toNanos() || (nanos > GRACE && count * 1_000_000_000.0 / nanos < SLOWEST);
    }

    @Override
    public boolean isFinished() {
        return in.isFinished();
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
        throw new IllegalStateException("read by a thread that waits");
    }
}

package fr.sisamu.portail.web.body;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Keeps the forms that are being read, ends those that take too long, and sends each request on its way again.
 *
 * <p>One thread of its own does so, and not the one that has read the last octet: Open Liberty 26.0.0.3 lets that one
 * take over what the thread of the first dispatch remembers <em>by then</em> (AsyncReadCallback keeps a reference to its
 * SRTServletRequestThreadData, no copy), which can be the address of somebody else's request. A thread that serves no
 * request remembers nothing.
 */
@ApplicationScoped
public class FormReader {

    private static final Logger LOG = System.getLogger(FormReader.class.getName());

    /** A thousand forms of the greatest length: an eighth of the heap, whoever sends them. */
    private static final int ROOM = 32 << 20;

    /** What a form counts for at least: it is more than its octets that the server keeps while it waits. */
    private static final int LEAST = 4_096;

    private static final long SWEEP = TimeUnit.SECONDS.toNanos(1);

    @Resource
    ManagedThreadFactory threads;

    private final Semaphore room = new Semaphore(ROOM);
    private final AtomicLong begun = new AtomicLong();

    /** The eldest first. */
    private final ConcurrentSkipListMap<Long, FormReading> open = new ConcurrentSkipListMap<>();

    private final BlockingQueue<FormReading> over = new LinkedBlockingQueue<>();
    private Thread sender;

    @PostConstruct
    void start() {
        sender = threads.newThread(this::run);
        sender.setName("forms");
        sender.start();
    }

    @PreDestroy
    void stop() {
        sender.interrupt();
    }

    /**
     * Begins to read the form of this request, which comes by again with it.
     *
     * @param path its address, by which it is sent on its way again
     */
    public void begin(HttpServletRequest request, String path, Bounds bounds) throws IOException {
        int size = (int) Math.max(LEAST, Math.min(bounds.octets(), request.getContentLengthLong()));
        makeRoom(size);
        boolean kept = false;
        try {
            FormReading reading = new FormReading(this, begun.incrementAndGet(), size, request, path, bounds);
            open.put(reading.number(), reading);
            kept = true;
            reading.begin();
        } finally {
            if (!kept) {
                room.release(size);
            }
        }
    }

    /** Whoever has been sending for longest goes first: a form that is meant comes in a moment. */
    private void makeRoom(int size) throws BodyRefusedException {
        while (!room.tryAcquire(size)) {
            Map.Entry<Long, FormReading> eldest = open.pollFirstEntry();
            if (eldest == null) {
                throw new BodyRefusedException(BodyRefusal.OVERLOADED, "no room for a form");
            }
            eldest.getValue().end(BodyRefusal.OVERLOADED);
        }
    }

    void end(FormReading reading) {
        open.remove(reading.number());
        room.release(reading.room());
        over.add(reading);
    }

    private void run() {
        long swept = System.nanoTime();
        while (!Thread.currentThread().isInterrupted()) {
            try {
                FormReading reading = over.poll(SWEEP, TimeUnit.NANOSECONDS);
                if (reading != null) {
                    reading.sendOn();
                }
                if (System.nanoTime() - swept > SWEEP) {
                    swept = System.nanoTime();
                    open.values().forEach(FormReading::endIfLate);
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException fault) {
                LOG.log(Level.WARNING, "a form was read for nobody", fault);
            }
        }
    }
}

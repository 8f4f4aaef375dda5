package fr.sisamu.portail.web.body;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** How many may send at once what is read by a thread that waits. Beyond, the next one is told to come again. */
@ApplicationScoped
public class Slots {

    private final Map<Bounds, Semaphore> slots = new ConcurrentHashMap<>();

    boolean take(Bounds bounds) {
        return slots.computeIfAbsent(bounds, kind -> new Semaphore(kind.atOnce()))
                .tryAcquire();
    }

    void giveBack(Bounds bounds) {
        slots.get(bounds).release();
    }
}

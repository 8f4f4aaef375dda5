package fr.sisamu.portail.adapter;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/** Keeps away, for a while, from a partner that just failed, so that each desk waits for it at most once. */
public final class Breaker {

    private final AtomicReference<Instant> closedAgainAt = new AtomicReference<>(Instant.MIN);

    private final Duration pause;

    public Breaker(Duration pause) {
        this.pause = pause;
    }

    /** Whether the partner may be asked; after a pause, one caller alone is let through to try. */
    public boolean letsThrough(Instant now) {
        Instant until = closedAgainAt.get();
        if (until.equals(Instant.MIN)) {
            return true;
        }
        return !now.isBefore(until) && closedAgainAt.compareAndSet(until, now.plus(pause));
    }

    /** Whether the partner is being left alone; afterwards it is believed in again, until it fails again. */
    public boolean isOpen(Instant now) {
        return now.isBefore(closedAgainAt.get());
    }

    public void failed(Instant now) {
        closedAgainAt.set(now.plus(pause));
    }

    public void answered() {
        closedAgainAt.set(Instant.MIN);
    }
}

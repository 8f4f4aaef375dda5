package fr.sisamu.portail.audit;

import java.time.Duration;
import java.time.Instant;

/** A while after a failure during which nobody is asked again. */
final class Pause {

    private final Duration length;
    private volatile Instant until = Instant.MIN;

    Pause(Duration length) {
        this.length = length;
    }

    /** Not if the clock was set back meanwhile: nobody knows for how long. */
    boolean lasts(Instant now) {
        Instant end = until;
        return now.isBefore(end) && !now.isBefore(end.minus(length));
    }

    /** Whether the last thing that happened was a failure. */
    boolean begun() {
        return !until.equals(Instant.MIN);
    }

    void begin(Instant now) {
        until = now.plus(length);
    }

    void end() {
        until = Instant.MIN;
    }
}

package fr.sisamu.portail.config;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/** The one source of time, so that every rule about time can be tested with a clock that stands still. */
@ApplicationScoped
public class ClockProducer {

    /** The database keeps microseconds: an instant that was stored must equal itself when it comes back.
     * Ask this clock for instants: {@code Clock.millis()} of the JDK divides by zero on so short a tick. */
    private static final Duration DATABASE_PRECISION = Duration.of(1, ChronoUnit.MICROS);

    @Produces
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), DATABASE_PRECISION);
    }
}

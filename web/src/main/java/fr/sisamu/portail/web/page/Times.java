package fr.sisamu.portail.web.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Times of day as the pages show them. The server writes those of Paris; {@code page.js} rewrites them in the zone of
 * the post, for the call centres overseas.
 */
@Named
@ApplicationScoped
public class Times {

    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(ZoneId.of("Europe/Paris"));

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT).withZone(ZoneId.of("Europe/Paris"));

    @Inject
    Clock clock;

    public String getNow() {
        return hour(clock.instant());
    }

    /** The time left until then, as minutes and seconds. */
    public String left(Instant until) {
        long seconds = Math.max(0, Duration.between(clock.instant(), until).toSeconds());
        return seconds / 60 + ":" + String.format(Locale.ROOT, "%02d", seconds % 60);
    }

    /** A day in figures, the same in both languages. */
    public String day(Instant instant) {
        return DAY.format(instant);
    }

    public String hour(Instant instant) {
        return HOUR.format(instant);
    }
}

package fr.sisamu.portail.web.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
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

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);

    private static final DateTimeFormatter DAY = DATE.withZone(ZoneId.of("Europe/Paris"));

    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss", Locale.ROOT).withZone(ZoneId.of("Europe/Paris"));

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

    /** A day of the calendar, which is the same everywhere. */
    public String date(LocalDate date) {
        return DATE.format(date);
    }

    /** A day in figures, the same in both languages. */
    public String day(Instant instant) {
        return DAY.format(instant);
    }

    public String hour(Instant instant) {
        return HOUR.format(instant);
    }

    /** Day and hour, in figures. */
    public String moment(Instant instant) {
        return day(instant) + " " + hour(instant);
    }

    /** Day, hour and second, for what is compared with other records. */
    public String second(Instant instant) {
        return SECOND.format(instant);
    }
}

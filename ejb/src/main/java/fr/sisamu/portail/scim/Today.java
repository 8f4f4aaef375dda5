package fr.sisamu.portail.scim;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/** The day in Europe/Paris, by which profiles begin and end. */
final class Today {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private Today() {}

    static LocalDate in(Clock clock) {
        return LocalDate.now(clock.withZone(PARIS));
    }
}

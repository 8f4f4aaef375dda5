package fr.sisamu.portail.unit;

import java.time.Duration;

/**
 * What an administrator settles for a unit.
 *
 * @param name 1 to 200 characters
 * @param idleTimeout from five minutes to twelve hours
 */
public record UnitSettings(String name, Duration idleTimeout, UnitAccess access) {

    public static final Duration SHORTEST_IDLE = Duration.ofMinutes(5);
    public static final Duration LONGEST_IDLE = Duration.ofHours(12);
}

package fr.sisamu.portail.unit;

import java.time.Duration;

/**
 * A unit as the other features see it.
 *
 * @param code the idCrra, {@code FR} + three characters (DST Interfaçage SI-SAMU LRM, formats)
 * @param idleTimeout how long a session of this unit may stay without a sign of life
 * @param access which ways it lets in
 */
public record Unit(long id, String code, String name, Duration idleTimeout, UnitAccess access) {}

package fr.sisamu.portail.profile;

import fr.sisamu.portail.unit.Unit;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A profile as the other features see it.
 *
 * @param function what its holder does in the unit, as shown on screens
 * @param needsPhone whether this function works on a desk phone
 * @param validUntil last day of validity, included
 */
public record Profile(
        long id, Unit unit, String function, boolean needsPhone, LocalDate validFrom, Optional<LocalDate> validUntil) {}

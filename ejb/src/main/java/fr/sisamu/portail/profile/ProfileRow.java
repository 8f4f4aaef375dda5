package fr.sisamu.portail.profile;

import fr.sisamu.portail.unit.Unit;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;

/** A profile and its unit, as one query brings them. */
record ProfileRow(
        Long id,
        String function,
        Boolean needsPhone,
        LocalDate validFrom,
        LocalDate validUntil,
        Long unitId,
        String unitCode,
        String unitName,
        Integer idleTimeoutSeconds) {

    public ProfileRow {} // JPA calls public constructors only

    Profile view() {
        Unit unit = new Unit(unitId, unitCode, unitName, Duration.ofSeconds(idleTimeoutSeconds));
        return new Profile(id, unit, function, needsPhone, validFrom, Optional.ofNullable(validUntil));
    }
}

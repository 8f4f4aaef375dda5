package fr.sisamu.portail.profile;

import fr.sisamu.portail.unit.Unit;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;

/** A profile and its unit, as one query brings them. */
record ProfileRow(
        long id,
        String function,
        boolean needsPhone,
        LocalDate validFrom,
        LocalDate validUntil,
        long unitId,
        String unitCode,
        String unitName,
        int idleTimeoutSeconds) {

    public ProfileRow {} // JPA calls public constructors only

    Profile view() {
        Unit unit = new Unit(unitId, unitCode, unitName, Duration.ofSeconds(idleTimeoutSeconds));
        return new Profile(id, unit, function, needsPhone, validFrom, Optional.ofNullable(validUntil));
    }
}

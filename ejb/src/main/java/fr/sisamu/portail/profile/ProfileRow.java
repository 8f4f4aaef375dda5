package fr.sisamu.portail.profile;

import fr.sisamu.portail.unit.CardFirst;
import fr.sisamu.portail.unit.Unit;
import fr.sisamu.portail.unit.UnitAccess;
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
        Integer idleTimeoutSeconds,
        Boolean otpAllowed,
        Boolean mailCodeAllowed,
        CardFirst cardFirst) {

    public ProfileRow {} // JPA calls public constructors only

    Profile view() {
        Unit unit = new Unit(
                unitId,
                unitCode,
                unitName,
                Duration.ofSeconds(idleTimeoutSeconds),
                new UnitAccess(otpAllowed, mailCodeAllowed, cardFirst));
        return new Profile(id, unit, function, needsPhone, validFrom, Optional.ofNullable(validUntil));
    }
}

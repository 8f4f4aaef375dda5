package fr.sisamu.portail.profile;

import fr.sisamu.portail.unit.UnitName;
import java.time.LocalDate;
import java.util.Optional;

/** A profile with its version and the name of its unit, as one query brings them. */
record HeldProfileRow(
        Long id,
        Integer version,
        Long unitId,
        String unitCode,
        String unitName,
        String function,
        Boolean needsPhone,
        LocalDate validFrom,
        LocalDate validUntil) {

    public HeldProfileRow {} // JPA calls public constructors only

    HeldProfile view() {
        return new HeldProfile(
                id,
                version,
                new UnitName(unitId, unitCode, unitName),
                new ProfileTerms(function, needsPhone, validFrom, Optional.ofNullable(validUntil)));
    }
}

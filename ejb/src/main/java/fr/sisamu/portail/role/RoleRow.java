package fr.sisamu.portail.role;

import fr.sisamu.portail.unit.UnitName;
import java.util.Optional;

/** A role and its unit, as one query brings them. */
record RoleRow(Role role, Long unitId, String unitCode, String unitName) {

    public RoleRow {} // JPA calls public constructors only

    HeldRole view() {
        return new HeldRole(
                role, unitId == null ? Optional.empty() : Optional.of(new UnitName(unitId, unitCode, unitName)));
    }
}

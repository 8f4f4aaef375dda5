package fr.sisamu.portail.role;

import fr.sisamu.portail.unit.UnitName;
import java.util.Optional;

/** A role of an account, and its unit if it is of one. */
public record HeldRole(Role role, Optional<UnitName> unit) {

    /** For the trace: SUPERVISOR FR770. */
    @Override
    public String toString() {
        return role + unit.map(where -> " " + where.code()).orElse("");
    }
}

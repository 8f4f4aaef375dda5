package fr.sisamu.portail.scim;

import java.util.Optional;

/** A function in a unit, as one query brings it. */
record GroupRow(Long id, Long unitId, String unitCode, String function, String externalIdOrNull) {

    public GroupRow {} // JPA calls public constructors only

    String displayName() {
        return unitCode + " " + function;
    }

    Optional<String> externalId() {
        return Optional.ofNullable(externalIdOrNull);
    }
}

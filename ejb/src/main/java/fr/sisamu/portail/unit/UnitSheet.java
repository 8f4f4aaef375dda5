package fr.sisamu.portail.unit;

/**
 * A unit as an administrator sees it.
 *
 * @param version which state of the unit this is; a change hands it back
 */
public record UnitSheet(Unit unit, int version) {}

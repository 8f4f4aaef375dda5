package fr.sisamu.portail.unit;

/** A unit where only its name matters. */
public record UnitName(long id, String code, String name) {}

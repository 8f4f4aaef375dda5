package fr.sisamu.portail.session;

/** Announced inside the transaction that chooses a profile, so that what belongs to another unit is given back. */
public record ProfileChosen(long sessionId, long unitId) {}

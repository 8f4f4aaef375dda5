package fr.sisamu.portail.session;

/** Announced inside the transaction that ends a session, so that what it held is freed with it. */
public record WorkSessionEnded(long sessionId, EndReason reason) {}

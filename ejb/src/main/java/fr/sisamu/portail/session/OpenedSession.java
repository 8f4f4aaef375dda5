package fr.sisamu.portail.session;

/** A session just opened, and the token that the browser must bring back. */
public record OpenedSession(long sessionId, SessionToken token) {}

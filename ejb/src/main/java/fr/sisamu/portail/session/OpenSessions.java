package fr.sisamu.portail.session;

/** How many sessions of this method and level are open. */
public record OpenSessions(LoginMethod method, AssuranceLevel level, long number) {}

package fr.sisamu.portail.emergency;

import java.time.Instant;

/** The access that is open for an agent, whichever unit opened it. */
public record StandingAccess(long id, Instant until) {}

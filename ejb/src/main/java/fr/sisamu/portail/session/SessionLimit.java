package fr.sisamu.portail.session;

import java.time.Instant;

/** What confines a session more than usual: the one unit whose profiles it may choose, and its end. */
public record SessionLimit(long unitId, Instant until) {}

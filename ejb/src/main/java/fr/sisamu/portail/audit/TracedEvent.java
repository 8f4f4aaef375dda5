package fr.sisamu.portail.audit;

import java.time.Instant;

/** A line of the trace as it was written: by which node, and when. */
public record TracedEvent(Instant at, String node, Trace trace) {}

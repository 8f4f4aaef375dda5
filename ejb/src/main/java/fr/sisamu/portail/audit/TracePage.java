package fr.sisamu.portail.audit;

import java.util.List;
import java.util.Optional;

/**
 * Some rows of the trace.
 *
 * @param next where the page after this one begins; empty when this one is the last
 */
public record TracePage(List<TraceRow> rows, Optional<TraceCursor> next) {}

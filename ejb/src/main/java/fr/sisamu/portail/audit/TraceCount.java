package fr.sisamu.portail.audit;

/**
 * How many rows were found.
 *
 * @param more whether there are more than that: nobody counts ten million rows for a page
 */
public record TraceCount(long rows, boolean more) {}

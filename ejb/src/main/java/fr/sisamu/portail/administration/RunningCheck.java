package fr.sisamu.portail.administration;

import java.time.Instant;

/**
 * A verification of the trace that goes on.
 *
 * @param node where
 * @param supportCode under which its rows stand in the trace
 * @param rows read so far
 * @param percent of all rows, as far as they can be guessed: 0 to 100
 */
public record RunningCheck(String node, String supportCode, Instant since, long rows, int percent) {}

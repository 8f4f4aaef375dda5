package fr.sisamu.portail.administration;

import java.time.Instant;

/**
 * A verification of the trace that goes on on this node.
 *
 * @param rows read so far
 * @param percent of all rows, as far as they can be guessed: 0 to 100
 */
public record RunningCheck(Instant since, long rows, int percent) {

    RunningCheck at(long read, long about) {
        return new RunningCheck(since, read, about == 0 ? 0 : (int) Math.min(100, read * 100 / about));
    }
}

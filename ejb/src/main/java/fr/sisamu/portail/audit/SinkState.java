package fr.sisamu.portail.audit;

import java.util.Optional;

/**
 * How a sink stands.
 *
 * @param waiting rows that it has not taken yet
 * @param dropped rows that it never got since the start of this node, for too many waited
 * @param lastError why it did not take the last row that it was handed; empty when it did
 */
public record SinkState(String name, int waiting, long dropped, Optional<String> lastError) {}

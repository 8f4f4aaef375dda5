package fr.sisamu.portail.audit;

import java.util.Optional;

/**
 * What the verification of one chain came to.
 *
 * @param node the node; empty for the rows that are older than every chain
 * @param rows how many rows were read, up to the fault if there is one
 * @param last the number of the last row found in order; 0 when there is none
 */
public record ChainReport(String node, long rows, long last, Optional<ChainFault> fault) {}

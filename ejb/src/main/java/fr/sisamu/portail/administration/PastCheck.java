package fr.sisamu.portail.administration;

import fr.sisamu.portail.audit.TraceRow;

/**
 * What stands in the trace of a verification.
 *
 * @param outcome that of the row: STARTED, SOUND, FAILED or the name of a {@link
 *     fr.sisamu.portail.audit.ChainFault.Kind}; INTERRUPTED for one that was started, has no verdict and goes on nowhere
 */
public record PastCheck(TraceRow row, String outcome) {}

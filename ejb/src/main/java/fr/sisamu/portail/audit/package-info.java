/**
 * The trace: one row for each login, refusal, step, take-over and log-out, added beside the deed's own transaction and
 * never changed. Enter by {@link fr.sisamu.portail.audit.AuditTrail} to write,
 * {@link fr.sisamu.portail.audit.AuditSearch} and {@link fr.sisamu.portail.audit.AuditExport} to read,
 * {@link fr.sisamu.portail.audit.AuditVerification} to prove.
 *
 * <p>On its way in a row passes {@code TraceQueue} (whoever comes first writes for all), {@code ChainWriter} (numbers,
 * digests, the end of the chain in {@code ChainHeads}, every now and then a seal in {@code Seals}) and
 * {@code TraceSinks} (copies for others). {@code Verification} walks the chains again with {@code ChainWalk} and lets
 * {@code Diagnosis} say what was done to the first row that does not fit.
 */
package fr.sisamu.portail.audit;

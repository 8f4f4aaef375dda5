/**
 * The trace: one row for each login, refusal, step, take-over and log-out, added in a transaction of its own and never
 * changed. Enter by {@link fr.sisamu.portail.audit.AuditTrail}.
 */
package fr.sisamu.portail.audit;

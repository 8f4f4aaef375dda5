/**
 * Figures for monitoring, in Prometheus' formats. Enter by {@link fr.sisamu.portail.metrics.MetricsService}.
 *
 * <p>Nobody is asked to count: logins, refusals, imports and faults are counted by observing the trace, calls to partners
 * are timed by decorators around the ports, the rest is read when monitoring asks. Only the web module tells what it alone
 * knows: {@link fr.sisamu.portail.metrics.LoginDurations}, {@link fr.sisamu.portail.metrics.PasswordQueue} and {@link
 * fr.sisamu.portail.metrics.Readings}.
 *
 * <p>A label has as many values as the code or the settings name, and no more: no account, no unit, no address of a person.
 * Values that stand in the trace too are written as there, so that a figure leads to its rows.
 */
package fr.sisamu.portail.metrics;

/** The door of {@link fr.sisamu.portail.metrics.MetricsService}, and what the web module alone can measure. */
package fr.sisamu.portail.web.metrics;

package fr.sisamu.portail.metrics;

import io.prometheus.metrics.model.registry.Collector;
import java.util.List;

/** Knows some figures. What it holds lives as long as the server and is lost with it, as Prometheus expects of counters. */
interface Measure {

    List<Collector> collectors();
}

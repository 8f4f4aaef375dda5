package fr.sisamu.portail.metrics;

import fr.sisamu.portail.audit.TraceState;
import io.prometheus.metrics.model.registry.Collector;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** How the writing of the trace stands on this node. */
@ApplicationScoped
class TraceGauges implements Measure {

    private static final List<String> SINK = List.of("sink");

    @Inject
    TraceState trace;

    @Override
    public List<Collector> collectors() {
        return List.of(
                Read.gauge(
                        "portail_trace_waiting_rows",
                        "Rows of the trace that wait for the database.",
                        List.of(),
                        values -> values.put(trace.waiting())),
                Read.counter(
                        "portail_trace_lost_rows_total",
                        "Rows of the trace that stand in the server's log alone.",
                        List.of(),
                        values -> values.put(trace.lost())),
                Read.gauge(
                        "portail_trace_sink_waiting_rows",
                        "Rows that a copy of the trace has not taken yet.",
                        SINK,
                        values -> trace.sinks().forEach(sink -> values.put(sink.waiting(), sink.name()))),
                Read.counter(
                        "portail_trace_sink_dropped_rows_total",
                        "Rows that a copy of the trace never got.",
                        SINK,
                        values -> trace.sinks().forEach(sink -> values.put(sink.dropped(), sink.name()))),
                Read.gauge(
                        "portail_trace_sink_available",
                        "1 if a copy of the trace took the last row that it was handed.",
                        SINK,
                        values -> trace.sinks()
                                .forEach(sink -> values.put(sink.lastError().isEmpty() ? 1 : 0, sink.name()))));
    }
}

package fr.sisamu.portail.metrics;

import fr.sisamu.portail.audit.Trace;
import fr.sisamu.portail.audit.TraceKind;
import fr.sisamu.portail.directory.ImportState;
import fr.sisamu.portail.session.EndReason;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.model.registry.Collector;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What the trace tells of imports and sessions, and how much it tells of everything. */
@ApplicationScoped
class TraceCounts implements Measure {

    private static final List<ImportState> SETTLED = Arrays.stream(ImportState.values())
            .filter(state -> !state.isRunning())
            .toList();

    private final Counter rows = Counter.builder()
            .name("portail_trace_rows_total")
            .help("Rows handed to the trace by kind; FAULT counts the faults that a page has shown.")
            .labelNames("kind")
            .build();

    private final Counter imports = Counter.builder()
            .name("portail_import_runs_total")
            .help("Imports of the directory by the state they came to.")
            .labelNames("outcome")
            .build();

    private final Counter ended = Counter.builder()
            .name("portail_sessions_ended_total")
            .help("Work sessions that ended, by reason.")
            .labelNames("reason")
            .build();

    TraceCounts() {
        init(rows, Arrays.stream(TraceKind.values()));
        init(imports, SETTLED.stream());
        init(ended, Arrays.stream(EndReason.values()));
    }

    private static void init(Counter counter, Stream<? extends Enum<?>> values) {
        values.forEach(value -> counter.initLabelValues(value.name()));
    }

    @Override
    public List<Collector> collectors() {
        return List.of(rows, imports, ended);
    }

    void traced(@Observes Trace trace) {
        rows.labelValues(trace.kind().name()).inc();
        if (trace.kind() == TraceKind.DIRECTORY_IMPORT) {
            count(imports, SETTLED.stream(), trace.outcome());
        } else if (trace.kind() == TraceKind.SESSION_ENDED) {
            count(ended, Arrays.stream(EndReason.values()), trace.outcome());
        }
    }

    private static void count(Counter counter, Stream<? extends Enum<?>> known, String outcome) {
        if (known.map(Enum::name).anyMatch(outcome::equals)) {
            counter.labelValues(outcome).inc();
        }
    }
}

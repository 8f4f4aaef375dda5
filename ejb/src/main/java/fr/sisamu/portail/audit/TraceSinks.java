package fr.sisamu.portail.audit;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.List;

/** Hands written rows to every sink, each in a lane of its own. */
@ApplicationScoped
class TraceSinks {

    private static final Logger LOG = System.getLogger(TraceSinks.class.getName());

    @Inject
    TraceSinkSource source;

    @Inject
    Clock clock;

    @Resource(lookup = "java:comp/DefaultManagedExecutorService")
    ManagedExecutorService executor;

    private List<SinkLane> lanes = List.of();

    @PostConstruct
    void open() {
        try {
            lanes = source.configured().stream()
                    .map(sink -> new SinkLane(sink, executor, clock))
                    .toList();
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "the trace goes nowhere but to the database", e);
        }
    }

    void take(List<TraceRow> rows) {
        for (SinkLane lane : lanes) {
            rows.forEach(lane::take);
        }
    }

    void check() {
        lanes.forEach(SinkLane::check);
    }

    List<SinkState> states() {
        return lanes.stream().map(SinkLane::state).toList();
    }

    /** What the lanes dropped since this was last asked: a trace for each that dropped anything. */
    List<Trace> drops() {
        return lanes.stream()
                .map(lane -> drop(lane.state().name(), lane.newlyDropped()))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Trace> drop(String name, long rows) {
        return rows == 0
                ? List.of()
                : List.of(Trace.of(TraceKind.TRACE_SINK, "DROPPED").detail(name + ": " + rows + " rows"));
    }

    @PreDestroy
    void close() {
        lanes.forEach(SinkLane::close);
    }
}

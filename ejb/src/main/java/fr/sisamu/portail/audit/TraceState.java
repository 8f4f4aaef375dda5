package fr.sisamu.portail.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** How the writing of the trace stands on this node; for health and metrics. */
@ApplicationScoped
public class TraceState {

    @Inject
    TraceQueue queue;

    @Inject
    TraceSinks sinks;

    /** Rows that wait for the database. */
    public int waiting() {
        return queue.waiting();
    }

    /** Rows that stand in the log alone, since the start of this node: too many waited. */
    public long lost() {
        return queue.lost();
    }

    public List<SinkState> sinks() {
        return sinks.states();
    }
}

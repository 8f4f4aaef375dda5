package fr.sisamu.portail.audit;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;

/**
 * Adds rows to the trace, each beside the caller's transaction so that a rolled back deed still leaves its row. Called
 * after the deed's own transaction wherever it can be, so that no request holds two connections.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class AuditTrail {

    private static final Logger LOG = System.getLogger(AuditTrail.class.getName());

    @Inject
    TraceQueue queue;

    @Inject
    AuditSearch search;

    @Inject
    Event<Trace> traced;

    /**
     * Writes the row and returns when it is committed. When the database fails, those who wait for somebody else's try
     * go on after two seconds at the latest, and those who come later at once; the row is written as soon as it can be.
     * Never throws: nobody is kept out because the trace ails. Each row is an event afterwards, for whoever counts.
     */
    public void record(Trace trace) {
        queue.add(trace);
        try {
            traced.fire(trace);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "somebody who listens to the trace failed", e);
        }
    }

    /**
     * What was traced under this code, oldest first.
     *
     * @throws TraceUnreadableException if the database does not answer
     */
    public List<TracedEvent> find(SupportCode code) {
        return search.find(code).stream().map(TraceRow::event).toList();
    }
}

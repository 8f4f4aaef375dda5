package fr.sisamu.portail.audit;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperties;

/**
 * Adds rows to the trace, each in a transaction of its own so that a rolled back deed still leaves its row. Called after
 * the deed's own transaction wherever it can be, so that no request holds two connections.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class AuditTrail {

    private static final Logger LOG = System.getLogger(AuditTrail.class.getName());

    @Inject
    AuditStore entries;

    @Inject
    @ConfigProperties
    AuditSettings settings;

    @Inject
    Clock clock;

    /** Writes the row; a failure to write is logged with the support code and never stops the caller. */
    public void record(Trace trace) {
        try {
            entries.add(new AuditEntry(trace, clock.instant(), settings.node));
        } catch (RuntimeException e) {
            LOG.log(
                    Level.ERROR,
                    "not traced: " + trace.kind() + " " + trace.outcome() + ", support code " + trace.supportCode(),
                    e);
        }
    }

    /** What was traced under this code, oldest first. */
    public List<TracedEvent> find(SupportCode code) {
        return entries.find(code).stream().map(AuditEntry::view).toList();
    }
}

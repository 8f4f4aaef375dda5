package fr.sisamu.portail.audit;

import fr.sisamu.portail.schema.SchemaState;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;

/**
 * What the trace does by itself: write what waited for the database, look after the sinks, seal every hour, purge every
 * night.
 */
@Singleton
@Startup
@Lock(LockType.READ) // a long purge must not hold up what waits
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AuditRounds {

    private static final Logger LOG = System.getLogger(AuditRounds.class.getName());

    @Inject
    TraceQueue queue;

    @Inject
    TraceSinks sinks;

    @Inject
    AuditTrail trail;

    @Inject
    AuditPurge purge;

    @Inject
    SealKeys keys;

    @Inject
    SchemaState schema;

    /** A key that cannot be used stops the start, and not the first login. */
    @PostConstruct
    void start() {
        keys.check();
    }

    @Schedule(hour = "*", minute = "*", second = "3/5", persistent = false)
    void everyFiveSeconds() {
        if (schema.ready()) {
            queue.flush();
        }
        sinks.check();
    }

    @Schedule(hour = "*", minute = "*", second = "31", persistent = false)
    void everyMinute() {
        sinks.drops().forEach(trail::record);
    }

    @Schedule(hour = "*", minute = "0", persistent = false)
    void everyHour() {
        if (!schema.ready()) {
            return;
        }
        try {
            queue.seal();
        } catch (SQLException | RuntimeException e) {
            LOG.log(Level.WARNING, "the trace is not sealed, next try in an hour", e);
        }
    }

    @Schedule(hour = "3", minute = "50", persistent = false)
    void everyNight() {
        if (!schema.ready()) {
            return;
        }
        try {
            purge.purge();
        } catch (SQLException | RuntimeException e) {
            LOG.log(Level.WARNING, "the trace is not purged, next try tomorrow", e);
        }
    }
}

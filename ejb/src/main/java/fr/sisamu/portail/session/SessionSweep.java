package fr.sisamu.portail.session;

import fr.sisamu.portail.schema.SchemaState;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperties;

/**
 * Ends, every minute, the sessions that are over though nobody asked for them, so that their phones are free and the
 * supervisor sees the truth. Every node sweeps; guarded updates make that harmless.
 */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SessionSweep {

    private static final Logger LOG = System.getLogger(SessionSweep.class.getName());

    /** The shortest idle time a unit may have (the schema's own check). */
    private static final Duration SHORTEST_IDLE = Duration.ofMinutes(5);

    /** Longer than any bandeau takes to come back and ask what it missed. */
    private static final Duration NOTICES_KEPT = Duration.ofMinutes(10);

    @Inject
    SessionStore sessions;

    @Inject
    SessionEnding ending;

    @Inject
    NoticeStore notices;

    @Inject
    SchemaState schema;

    @Inject
    @ConfigProperties
    SessionSettings settings;

    @Inject
    Clock clock;

    @Schedule(hour = "*", minute = "*", persistent = false)
    void everyMinute() {
        if (!schema.ready()) {
            return;
        }
        try {
            sweep();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "sessions not swept, next try in a minute", e);
        }
    }

    void sweep() {
        Instant now = clock.instant();
        Duration shortest = settings.idle.compareTo(SHORTEST_IDLE) < 0 ? settings.idle : SHORTEST_IDLE;
        for (SessionRow row : sessions.quiet(now, now.minus(shortest))) {
            row.over(now, settings.idle).ifPresent(reason -> ending.end(row, reason));
        }
        notices.purge(now.minus(NOTICES_KEPT));
    }
}

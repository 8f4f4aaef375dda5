package fr.sisamu.portail.prosanteconnect;

import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Forgets what can be brought back no more; the trace keeps what happened. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ProSanteConnectPurge {

    /** So that a page left open is told « too old » and not « unknown ». */
    private static final Duration KEPT = Duration.ofHours(1);

    @Inject
    AttemptStore attempts;

    @Inject
    ProviderSessionStore sessions;

    @Inject
    PushStore pushes;

    @Inject
    Clock clock;

    @Schedule(hour = "*", minute = "*/10", persistent = false)
    void forgetOld() {
        Instant now = clock.instant();
        attempts.forgetExpiredBefore(now.minus(KEPT));
        pushes.forgetExpiredBefore(now.minus(KEPT));
        sessions.forgetTokensBefore(now);
    }
}

package fr.sisamu.portail.session;

import fr.sisamu.portail.account.AccountId;
import fr.sisamu.portail.audit.AuditTrail;
import fr.sisamu.portail.audit.Trace;
import fr.sisamu.portail.audit.TraceKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Ends sessions, and traces each end once, after its transaction. */
@ApplicationScoped
class SessionEnding {

    @Inject
    SessionStore sessions;

    @Inject
    AuditTrail trail;

    @Inject
    Clock clock;

    /** Whether it was open until now. */
    boolean end(long sessionId, EndReason reason) {
        return sessions.accountOf(sessionId)
                .filter(account -> end(sessionId, account, reason, Optional.empty()))
                .isPresent();
    }

    /** Ends a session that was found to be over; an idle one only if it stayed so. */
    void end(SessionRow row, EndReason reason) {
        Optional<Instant> idleSince = reason == EndReason.IDLE ? Optional.of(row.lastSeenAt()) : Optional.empty();
        end(row.id(), row.account(), reason, idleSince);
    }

    private boolean end(long sessionId, AccountId account, EndReason reason, Optional<Instant> idleSince) {
        boolean ended = sessions.end(sessionId, reason, clock.instant(), idleSince);
        if (ended) {
            trail.record(Trace.of(TraceKind.SESSION_ENDED, reason.name())
                    .session(sessionId)
                    .account(account.value()));
        }
        return ended;
    }
}

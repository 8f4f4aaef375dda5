package fr.sisamu.portail.session;

import fr.sisamu.portail.audit.AuditTrail;
import fr.sisamu.portail.audit.Trace;
import fr.sisamu.portail.audit.TraceKind;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperties;

/**
 * The door of every service by which agents change how they come in: a session proves who opened it, and not who sits there
 * now. So the proof must be young ({@code portail.session.proof-age}), whatever the session's own age.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class FreshProof {

    /** How the trace and the words call it. */
    public static final String REFUSAL = "PROOF_TOO_OLD";

    @Inject
    AuditTrail trail;

    @Inject
    Clock clock;

    @Inject
    @ConfigProperties
    SessionSettings settings;

    /**
     * Whether this session may change how its agent comes in. A refusal is traced.
     *
     * @param deed what was to be done, in the words of the trace
     * @throws IllegalStateException in the session of an accès de secours, which the pages turn away before: whoever came in
     *     on somebody's word changes nothing
     */
    public boolean opens(WorkSession session, String deed) {
        if (session.level() == AssuranceLevel.EMERGENCY) {
            throw new IllegalStateException(
                    "session " + session.id() + " of an accès de secours was to set something: " + deed);
        }
        boolean fresh = isThere(session);
        if (!fresh) {
            trail.record(Trace.of(TraceKind.STEP_REFUSED, REFUSAL)
                    .account(session.account().id().value())
                    .session(session.id())
                    .detail(deed + ", proved at "
                            + session.provedAt().map(Instant::toString).orElse("no known time")));
        }
        return fresh;
    }

    /** The same as a courtesy, so that a page asks for the proof before anything is typed. */
    public boolean isThere(WorkSession session) {
        return isFresh(session.provedAt());
    }

    /** Whether the proof is young, and by card or an equal of it: what a right given to others wants. */
    public boolean isStronglyThere(WorkSession session) {
        return isFresh(session.stronglyProvedAt());
    }

    private boolean isFresh(Optional<Instant> proved) {
        return proved.filter(at -> clock.instant().isBefore(at.plus(settings.proofAge)))
                .isPresent();
    }
}

package fr.sisamu.portail.revocation;

import fr.sisamu.portail.audit.AuditTrail;
import fr.sisamu.portail.audit.Trace;
import fr.sisamu.portail.audit.TraceKind;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The débrayage: an administrator accepts, for some hours and by name, cards whose revocation cannot be known, on a day
 * when no list can be had. Revoked cards stay refused.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RevocationBypassService {

    private static final Duration LONGEST = Duration.ofDays(3);
    private static final int SHORTEST_REASON = 10;
    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_NAME = 100;

    @Inject
    BypassStore bypasses;

    @Inject
    RevocationLists lists;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /** Opens a débrayage in the place of an open one; felt on this node at once, on the others within seconds. */
    public BypassOpening open(String reason, Instant until, String by) {
        String why = reason.strip();
        String who = by.strip();
        Instant now = clock.instant();
        if (why.length() < SHORTEST_REASON
                || why.length() > LONGEST_REASON
                || who.isEmpty()
                || who.length() > LONGEST_NAME) {
            return refused(BypassOpening.WORDS_MISSING, who);
        }
        if (!until.isAfter(now) || until.isAfter(now.plus(LONGEST))) {
            return refused(BypassOpening.END_REFUSED, who);
        }
        bypasses.replace(new RevocationBypass(why, who, now, until));
        trace("OPENED", who + ", until " + until + ": " + why);
        lists.refresh();
        return BypassOpening.OPENED;
    }

    /** Closes what is open; nothing open is nothing to do. */
    public void close(String by) {
        if (bypasses.close(clock.instant()) > 0) {
            trace("CLOSED", by.strip());
        }
        lists.refresh();
    }

    public Optional<RevocationBypass> current() {
        return lists.snapshot().bypass(clock.instant());
    }

    private BypassOpening refused(BypassOpening refusal, String by) {
        trace(refusal.name(), by);
        return refusal;
    }

    private void trace(String outcome, String detail) {
        audit.record(Trace.of(TraceKind.REVOCATION_BYPASS, outcome).detail(detail));
    }
}

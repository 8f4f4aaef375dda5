package fr.sisamu.portail.web.login;

import fr.sisamu.portail.card.TrustedAuthorities;
import fr.sisamu.portail.revocation.AuthorityStatus;
import fr.sisamu.portail.revocation.ListState;
import fr.sisamu.portail.revocation.RevocationStatus;
import fr.sisamu.portail.schema.DatabaseProbe;
import fr.sisamu.portail.schema.SchemaState;
import fr.sisamu.portail.web.login.WayState.Status;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * How each way to come in stands, looked at in the background every five seconds so that a login page, and whoever polls
 * it, costs nothing and waits for nothing.
 */
@Singleton
@Startup
@Lock(LockType.READ)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LiveStates {

    @Inject
    SchemaState schema;

    @Inject
    DatabaseProbe database;

    @Inject
    RevocationStatus revocation;

    @Inject
    TrustedAuthorities anchors;

    @Inject
    Clock clock;

    private volatile WayState card = WayState.AVAILABLE;

    public WayState card() {
        return card;
    }

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    public void look() {
        Status now = cardStatus();
        if (now != card.status()) {
            card = now == Status.AVAILABLE ? WayState.AVAILABLE : new WayState(now, Optional.of(clock.instant()));
        }
    }

    /** Without the database or any usable list no card gets in; with some lists old or missing, some do not. */
    private Status cardStatus() {
        if (!schema.ready()
                || database.problem().isPresent()
                || anchors.problem().isPresent()) {
            return Status.UNAVAILABLE;
        }
        List<AuthorityStatus> authorities = revocation.authorities();
        if (authorities.stream().noneMatch(AuthorityStatus::usable)) {
            return Status.UNAVAILABLE;
        }
        boolean allFresh = authorities.stream().allMatch(authority -> authority.state() == ListState.FRESH);
        return allFresh ? Status.AVAILABLE : Status.DISTURBED;
    }
}

package fr.sisamu.portail.web.login;

import fr.sisamu.portail.card.TrustedAuthorities;
import fr.sisamu.portail.message.ChannelKind;
import fr.sisamu.portail.message.GatewayStates;
import fr.sisamu.portail.prosanteconnect.ProSanteConnectService;
import fr.sisamu.portail.revocation.AuthorityStatus;
import fr.sisamu.portail.revocation.ListState;
import fr.sisamu.portail.revocation.RevocationStatus;
import fr.sisamu.portail.schema.DatabaseProbe;
import fr.sisamu.portail.schema.SchemaState;
import fr.sisamu.portail.web.login.WayState.Status;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
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

    @Inject
    GatewayStates gateways;

    @Inject
    ProSanteConnectService proSanteConnect;

    private volatile WayState card = WayState.AVAILABLE;
    private volatile WayState otp = WayState.AVAILABLE;
    private volatile Optional<WayState> psc = Optional.empty();

    public WayState card() {
        return card;
    }

    /** The way by password and code. */
    public WayState otp() {
        return otp;
    }

    /** The way by Pro Santé Connect; empty where the portal has none. */
    public Optional<WayState> psc() {
        return psc;
    }

    /** At start too: a page must not promise what nobody has looked at. */
    @PostConstruct
    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    public void look() {
        card = next(card, cardStatus());
        otp = next(otp, otpStatus());
        psc = proSanteConnect.enabled() ? Optional.of(pscState()) : Optional.empty();
    }

    /** The provider's trouble began when it was first met, not when it was looked at here. */
    private WayState pscState() {
        if (!schema.ready() || database.problem().isPresent()) {
            return next(psc.orElse(WayState.AVAILABLE), Status.UNAVAILABLE);
        }
        Optional<Instant> since = proSanteConnect.state().failingSince();
        return since.isPresent() ? new WayState(Status.UNAVAILABLE, since) : WayState.AVAILABLE;
    }

    /** A state that lasts keeps its beginning. */
    private WayState next(WayState former, Status now) {
        if (now == former.status()) {
            return former;
        }
        return now == Status.AVAILABLE ? WayState.AVAILABLE : new WayState(now, Optional.of(clock.instant()));
    }

    /** Without any provider of messages no code arrives; with one that fails, some come later or by the other channel. */
    private Status otpStatus() {
        List<Boolean> works = Arrays.stream(ChannelKind.values())
                .flatMap(kind -> gateways.of(kind).values().stream())
                .toList();
        if (!schema.ready() || database.problem().isPresent() || !works.contains(true)) {
            return Status.UNAVAILABLE;
        }
        return works.contains(false) ? Status.DISTURBED : Status.AVAILABLE;
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

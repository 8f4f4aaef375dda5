package fr.sisamu.portail.web.bandeau;

import fr.sisamu.portail.phone.PhoneService;
import fr.sisamu.portail.session.Notice;
import fr.sisamu.portail.session.NoticeKind;
import fr.sisamu.portail.session.NoticeService;
import fr.sisamu.portail.session.WorkSessionService;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Keeps the bandeaux of this node alive: every second it delivers the notices that any node left, every twenty seconds
 * it pings, which keeps the session and the phone's lease alive as long as the browser is there. The first failure of a
 * row is logged, not each second of it; the pulse goes on and finds the database again by itself.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BandeauPulse {

    private static final Logger LOG = System.getLogger(BandeauPulse.class.getName());

    /** A notice may be committed after a younger one: look back, and remember what was delivered. */
    private static final Duration LOOK_BACK = Duration.ofSeconds(15);

    private static final int PULSES_PER_PING = 20;

    @Resource
    ManagedScheduledExecutorService executor;

    @Inject
    OpenBandeaux bandeaux;

    @Inject
    NoticeService notices;

    @Inject
    WorkSessionService sessions;

    @Inject
    PhoneService phones;

    @Inject
    Clock clock;

    private final Map<Long, Instant> delivered = new ConcurrentHashMap<>();
    private ScheduledFuture<?> timer;
    private int pulses;
    private boolean failing;

    @PostConstruct
    void start() {
        timer = executor.scheduleWithFixedDelay(this::pulse, 1, 1, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        timer.cancel(false);
        List.copyOf(bandeaux.all()).forEach(bandeaux::drop);
    }

    void pulse() {
        if (bandeaux.all().isEmpty()) {
            return;
        }
        try {
            deliver();
            if (++pulses % PULSES_PER_PING == 0) {
                List.copyOf(bandeaux.all()).forEach(this::ping);
            }
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.log(Level.WARNING, "the bandeaux are told nothing until the database is back", e);
            }
            failing = true;
        }
    }

    private void deliver() {
        Instant from = clock.instant().minus(LOOK_BACK);
        delivered.values().removeIf(at -> at.isBefore(from.minus(LOOK_BACK)));
        for (Notice notice : notices.since(from)) {
            if (delivered.putIfAbsent(notice.id(), notice.createdAt()) == null) {
                bandeaux.all().stream()
                        .filter(bandeau -> bandeau.session() == notice.sessionId())
                        .forEach(bandeau -> tell(bandeau, notice.kind(), notice.detail(), notice.createdAt()));
            }
        }
    }

    private void ping(OpenBandeau bandeau) {
        if (sessions.find(bandeau.token()).isEmpty()) {
            tell(bandeau, NoticeKind.SESSION_ENDED, "", clock.instant());
            bandeaux.drop(bandeau);
        } else if (send(bandeau, "ping", "{}")) {
            phones.renewLease(bandeau.session());
        }
    }

    private void tell(OpenBandeau bandeau, NoticeKind kind, String detail, Instant at) {
        send(
                bandeau,
                "notice",
                Json.createObjectBuilder()
                        .add("kind", kind.name())
                        .add("detail", detail)
                        .add("at", at.toString())
                        .build()
                        .toString());
    }

    private boolean send(OpenBandeau bandeau, String event, String data) {
        try {
            bandeau.stream().send(event, data);
            return true;
        } catch (IOException | IllegalStateException gone) {
            LOG.log(Level.DEBUG, "a bandeau is gone", gone);
            bandeaux.drop(bandeau);
            return false;
        }
    }
}

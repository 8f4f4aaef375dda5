package fr.sisamu.portail.web.supervision;

import fr.sisamu.portail.phone.PhoneService;
import fr.sisamu.portail.role.Duty;
import fr.sisamu.portail.role.RightsService;
import fr.sisamu.portail.session.WorkSession;
import fr.sisamu.portail.session.WorkSessionService;
import fr.sisamu.portail.supervision.SupervisionService;
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
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Keeps the boards of this node true: every second it asks the database once for each unit that somebody looks at, and
 * tells them when something has changed; so what any node did is seen. Every twenty seconds it asks whether whoever looks
 * still may, and keeps their session and phone alive as their bandeau would.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BoardPulse {

    private static final Logger LOG = System.getLogger(BoardPulse.class.getName());

    private static final int PULSES_PER_PING = 20;

    @Resource
    ManagedScheduledExecutorService executor;

    @Inject
    OpenBoards boards;

    @Inject
    SupervisionService supervision;

    @Inject
    WorkSessionService sessions;

    @Inject
    RightsService rights;

    @Inject
    PhoneService phones;

    private Map<Long, Integer> stamps = Map.of();
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
        boards.all().forEach(boards::drop);
    }

    private void pulse() {
        try {
            tellOfChanges();
            if (++pulses % PULSES_PER_PING == 0) {
                boards.all().forEach(this::ping);
            }
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.log(Level.WARNING, "the boards stand still until the database is back", e);
            }
            failing = true;
            boards.all()
                    .forEach(boards::drop); // a page without its line says that it stands still, and asks for a new one
        }
    }

    /** A unit that nobody has looked at before is told too: something may have changed while its page was made. */
    private void tellOfChanges() {
        Map<Long, Integer> now = new HashMap<>();
        for (OpenBoard board : boards.all()) {
            now.computeIfAbsent(board.unit(), supervision::stamp);
        }
        Map<Long, Integer> before = stamps;
        stamps = now;
        boards.all().stream()
                .filter(board -> now.containsKey(board.unit()))
                .filter(board -> !now.get(board.unit()).equals(before.get(board.unit())))
                .forEach(board -> send(board, "change"));
    }

    private void ping(OpenBoard board) {
        Optional<WorkSession> session =
                sessions.find(board.token()).filter(found -> rights.of(found).may(Duty.SUPERVISE, board.unit()));
        if (session.isPresent() && send(board, "ping")) {
            phones.renewLease(session.get().id());
        } else {
            boards.drop(board);
        }
    }

    private boolean send(OpenBoard board, String event) {
        try {
            board.stream().send(event, "{}");
            return true;
        } catch (IOException | IllegalStateException gone) {
            LOG.log(Level.DEBUG, "a board is gone", gone);
            boards.drop(board);
            return false;
        }
    }
}

package fr.sisamu.portail.emergency;

import fr.sisamu.portail.account.Account;
import fr.sisamu.portail.account.AccountId;
import fr.sisamu.portail.account.AccountService;
import fr.sisamu.portail.audit.SupportCode;
import fr.sisamu.portail.emergency.EmergencyOpening.Opened;
import fr.sisamu.portail.emergency.EmergencyOpening.Reason;
import fr.sisamu.portail.emergency.EmergencyOpening.Refused;
import fr.sisamu.portail.role.Duty;
import fr.sisamu.portail.role.Rights;
import fr.sisamu.portail.session.EndReason;
import fr.sisamu.portail.session.WorkSessionService;
import fr.sisamu.portail.supervision.AgentOfUnit;
import fr.sisamu.portail.supervision.SupervisionTrace;
import fr.sisamu.portail.supervision.UnitAgents;
import fr.sisamu.portail.throttle.ThrottleService;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Opens and closes accès de secours; needs {@link Duty#OPEN_EMERGENCY_ACCESS} in the unit. It asks the database and nobody
 * else: an alert waits in the outbox.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class EmergencyAccessService {

    /** A shift, as long as a work session may last at most. */
    public static final int LONGEST_HOURS = 12;

    @Inject
    EmergencyStore store;

    @Inject
    EmergencyRegister register;

    @Inject
    UnitAgents agents;

    @Inject
    AccountService accounts;

    @Inject
    WorkSessionService sessions;

    @Inject
    ThrottleService throttle;

    @Inject
    SupervisionTrace trace;

    @Inject
    Clock clock;

    /** The access that is open for an agent of the unit: what a new one would replace. */
    public Optional<StandingAccess> standing(Rights by, long unitId, AccountId account) {
        by.demand(Duty.OPEN_EMERGENCY_ACCESS, unitId);
        return agents.find(unitId, account)
                .flatMap(agent -> store.openFor(agent.account().id(), clock.instant()))
                .map(access -> new StandingAccess(access.id(), access.expiresAt()));
    }

    /**
     * Opens an access for an agent of the unit and lifts their delays; the one that it replaces is closed, and its session
     * ended.
     */
    public EmergencyOpening open(Rights by, long unitId, AccountId account, EmergencyWish wish) {
        by.demand(Duty.OPEN_EMERGENCY_ACCESS, unitId);
        Optional<String> words = Words.of(wish.reason());
        if (words.isEmpty()) {
            return new Refused(Reason.WORDS_MISSING);
        }
        if (wish.hours() < 1 || wish.hours() > LONGEST_HOURS) {
            return new Refused(Reason.HOURS_REFUSED);
        }
        if (account.equals(person(by))) {
            return new Refused(Reason.OWN);
        }
        Optional<AgentOfUnit> agent = agents.find(unitId, account);
        if (agent.isEmpty()) {
            return new Refused(Reason.NOT_OF_UNIT);
        }
        SupportCode code = SupportCode.random();
        return makeWay(by, unitId, agent.get().account(), wish.replaces(), code)
                ? open(by, unitId, agent.get().account(), words.get(), Duration.ofHours(wish.hours()), code)
                : new Refused(Reason.JUST_OPENED);
    }

    /** Closes what stands in the way; false if it is open and not the one that was meant. */
    private boolean makeWay(Rights by, long unitId, Account agent, Optional<Long> replaces, SupportCode code) {
        Instant now = clock.instant();
        Optional<OpenAccess> former = store.inTheWay(agent.id());
        if (former.isEmpty()) {
            return true;
        }
        if (former.get().livesAt(now)
                && !replaces.equals(Optional.of(former.get().id()))) {
            return false;
        }
        store.close(former.get().id(), person(by), now).ifPresent(session -> {
            endSession(session);
            trace.both(by, unitId, agent, "EMERGENCY_CLOSED", code, "before open, after closed for a new one");
        });
        return true;
    }

    private EmergencyOpening open(
            Rights by, long unitId, Account agent, String reason, Duration shift, SupportCode code) {
        Instant now = clock.instant();
        EmergencySecret secret = EmergencySecret.random();
        NewAccess access = new NewAccess(
                agent.id(), unitId, person(by), reason, register.digest(agent.id(), secret), now, now.plus(shift));
        if (!register.open(access, agent, by.actor().name(), code)) {
            return new Refused(Reason.JUST_OPENED);
        }
        throttle.unblock(agent.loginName());
        String change = "before none, after until " + access.expiresAt() + ": " + reason;
        trace.both(by, unitId, agent, "EMERGENCY_OPENED", code, change);
        return new Opened(secret, access.expiresAt());
    }

    /** Closes an access and ends the session that came of it, felt on its screen at once; false if it was closed already. */
    public boolean close(Rights by, long unitId, long id) {
        by.demand(Duty.OPEN_EMERGENCY_ACCESS, unitId);
        Optional<EmergencyAccess> access = store.find(unitId, id, clock.instant());
        Optional<Long> session = access.flatMap(found -> store.close(found.id(), person(by), clock.instant()));
        if (session.isEmpty()) {
            return false;
        }
        endSession(session.get());
        Account agent = accounts.find(access.get().account()).orElseThrow();
        String change = "before open until " + access.get().expiresAt() + ", after closed";
        trace.both(by, unitId, agent, "EMERGENCY_CLOSED", SupportCode.random(), change);
        return true;
    }

    private void endSession(long session) {
        if (session != 0) {
            sessions.end(session, EndReason.SUPERVISOR);
        }
    }

    /** Machines have no duty of supervision. */
    private static AccountId person(Rights by) {
        return by.actor().account().orElseThrow();
    }
}

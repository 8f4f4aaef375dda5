package fr.sisamu.portail.emergency;

import fr.sisamu.portail.account.Account;
import fr.sisamu.portail.account.AccountId;
import fr.sisamu.portail.account.AccountService;
import fr.sisamu.portail.account.TidyText;
import fr.sisamu.portail.audit.SupportCode;
import fr.sisamu.portail.emergency.EmergencyOpening.Opened;
import fr.sisamu.portail.emergency.EmergencyOpening.Reason;
import fr.sisamu.portail.emergency.EmergencyOpening.Refused;
import fr.sisamu.portail.role.Duty;
import fr.sisamu.portail.role.Rights;
import fr.sisamu.portail.session.EndReason;
import fr.sisamu.portail.session.WorkSessionService;
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
import java.util.List;
import java.util.Optional;

/**
 * Opens, closes and reviews accès de secours. Opening and closing need {@link Duty#OPEN_EMERGENCY_ACCESS} in the unit,
 * reviewing {@link Duty#REVIEW_EMERGENCY_ACCESS}. It asks the database and nobody else: an alert waits in the outbox.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class EmergencyAccessService {

    /** A shift, as long as a work session may last at most. */
    public static final int LONGEST_HOURS = 12;

    private static final int SHORTEST_WORDS = 10;
    private static final int LONGEST_WORDS = 500;

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

    /**
     * Opens an access for an agent of the unit and lifts their delays; one that was open for them is closed, and its
     * session ended.
     *
     * @param hours until the end of the shift, 1 to {@value #LONGEST_HOURS}
     */
    public EmergencyOpening open(Rights by, long unitId, AccountId account, String reason, int hours) {
        by.demand(Duty.OPEN_EMERGENCY_ACCESS, unitId);
        Optional<String> words = words(reason);
        if (words.isEmpty()) {
            return new Refused(Reason.WORDS_MISSING);
        }
        if (hours < 1 || hours > LONGEST_HOURS) {
            return new Refused(Reason.HOURS_REFUSED);
        }
        if (account.equals(person(by))) {
            return new Refused(Reason.OWN);
        }
        return agents.find(unitId, account)
                .map(agent -> open(by, unitId, agent.account(), words.get(), Duration.ofHours(hours)))
                .orElse(new Refused(Reason.NOT_OF_UNIT));
    }

    private EmergencyOpening open(Rights by, long unitId, Account agent, String reason, Duration shift) {
        Instant now = clock.instant();
        SupportCode code = SupportCode.random();
        store.makeWay(agent.id(), person(by), now).ifPresent(session -> {
            endSession(session);
            trace.both(by, unitId, agent, "EMERGENCY_CLOSED", code, "before open, after closed for a new one");
        });
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
        Optional<EmergencyAccess> access = find(unitId, id);
        Optional<Long> session = access.flatMap(found -> store.close(found.id(), person(by), clock.instant()));
        if (session.isEmpty()) {
            return false;
        }
        endSession(session.get());
        traced(
                by,
                access.get(),
                "EMERGENCY_CLOSED",
                "before open until " + access.get().expiresAt() + ", after closed");
        return true;
    }

    /** The accesses that wait for a review, where the caller may review; the open ones too, and first. */
    public List<EmergencyAccess> waiting(Rights by) {
        by.demandSomewhere(Duty.REVIEW_EMERGENCY_ACCESS);
        Instant now = clock.instant();
        return by.may(Duty.REVIEW_EMERGENCY_ACCESS) ? store.notReviewed(now) : store.notReviewed(by.units(), now);
    }

    /**
     * Reviews an access that is over, as somebody who neither opened nor used it.
     *
     * @param typed what was found, 10 to 500 characters
     */
    public EmergencyReview review(Rights by, long unitId, long id, String typed) {
        by.demand(Duty.REVIEW_EMERGENCY_ACCESS, unitId);
        Optional<EmergencyAccess> found = find(unitId, id);
        if (found.isEmpty()) {
            return EmergencyReview.GONE;
        }
        EmergencyAccess access = found.get();
        Optional<String> words = words(typed);
        if (words.isEmpty()) {
            return EmergencyReview.WORDS_MISSING;
        }
        if (person(by).equals(access.opener()) || person(by).equals(access.account())) {
            return EmergencyReview.OWN;
        }
        if (!access.over()) {
            return EmergencyReview.STILL_OPEN;
        }
        if (!store.review(id, person(by), words.get(), clock.instant())) {
            return EmergencyReview.GONE;
        }
        traced(by, access, "EMERGENCY_REVIEWED", "before waiting, after reviewed: " + words.get());
        return EmergencyReview.DONE;
    }

    private Optional<EmergencyAccess> find(long unitId, long id) {
        return store.find(unitId, id, clock.instant());
    }

    private void endSession(long session) {
        if (session != 0) {
            sessions.end(session, EndReason.SUPERVISOR);
        }
    }

    private void traced(Rights by, EmergencyAccess access, String outcome, String change) {
        Account agent = accounts.find(access.account()).orElseThrow();
        trace.both(by, access.unitId(), agent, outcome, SupportCode.random(), change);
    }

    private static Optional<String> words(String typed) {
        return TidyText.of(typed, LONGEST_WORDS).filter(text -> text.length() >= SHORTEST_WORDS);
    }

    /** Machines have no duty of supervision. */
    private static AccountId person(Rights by) {
        return by.actor().account().orElseThrow();
    }
}

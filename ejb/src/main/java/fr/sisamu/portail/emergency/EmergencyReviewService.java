package fr.sisamu.portail.emergency;

import fr.sisamu.portail.account.Account;
import fr.sisamu.portail.account.AccountId;
import fr.sisamu.portail.account.AccountService;
import fr.sisamu.portail.audit.SupportCode;
import fr.sisamu.portail.role.Duty;
import fr.sisamu.portail.role.Rights;
import fr.sisamu.portail.supervision.SupervisionTrace;
import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reviews accès de secours; needs {@link Duty#REVIEW_EMERGENCY_ACCESS}, in the unit or everywhere. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class EmergencyReviewService {

    /** A year and a day, as the trace by default; what nobody has reviewed waits for ever. */
    static final Duration KEPT = Duration.ofDays(366);

    @Inject
    EmergencyStore store;

    @Inject
    AccountService accounts;

    @Inject
    SupervisionTrace trace;

    @Inject
    Clock clock;

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
        Optional<EmergencyAccess> found = store.find(unitId, id, clock.instant());
        if (found.isEmpty()) {
            return EmergencyReview.GONE;
        }
        EmergencyAccess access = found.get();
        Optional<String> words = Words.of(typed);
        if (words.isEmpty()) {
            return EmergencyReview.WORDS_MISSING;
        }
        AccountId reviewer = by.actor().account().orElseThrow(); // machines have no such duty
        if (reviewer.equals(access.opener()) || reviewer.equals(access.account())) {
            return EmergencyReview.OWN;
        }
        if (!access.over()) {
            return EmergencyReview.STILL_OPEN;
        }
        if (!store.review(id, reviewer, words.get(), clock.instant())) {
            return EmergencyReview.GONE;
        }
        Account agent = accounts.find(access.account()).orElseThrow();
        String change = "before waiting, after reviewed: " + words.get();
        trace.both(by, unitId, agent, "EMERGENCY_REVIEWED", SupportCode.random(), change);
        return EmergencyReview.DONE;
    }

    @Schedule(hour = "4", minute = "50", persistent = false)
    void forgetOld() {
        store.forgetReviewedBefore(clock.instant().minus(KEPT));
    }
}

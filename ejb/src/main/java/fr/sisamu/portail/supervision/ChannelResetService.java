package fr.sisamu.portail.supervision;

import fr.sisamu.portail.account.Account;
import fr.sisamu.portail.account.AccountId;
import fr.sisamu.portail.account.AccountService;
import fr.sisamu.portail.audit.SupportCode;
import fr.sisamu.portail.message.ChannelKind;
import fr.sisamu.portail.otp.OtpChannel;
import fr.sisamu.portail.role.Duty;
import fr.sisamu.portail.role.Rights;
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

/**
 * Resets a channel that an agent has lost, by two people: one supervisor asks, another one (or an administrator) confirms
 * within a quarter of an hour. Needs {@link Duty#SUPERVISE} in the unit.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ChannelResetService {

    /** How long the second person may take. */
    public static final Duration WAIT = Duration.ofMinutes(15);

    /** A year and a day, as the trace by default. */
    static final Duration KEPT = Duration.ofDays(366);

    @Inject
    ResetStore resets;

    @Inject
    UnitAgents agents;

    @Inject
    AccountService accounts;

    @Inject
    SupervisionTrace trace;

    @Inject
    Clock clock;

    /** What waits for a second person in this unit, the most urgent first. */
    public List<WaitingReset> waiting(Rights by, long unitId) {
        by.demand(Duty.SUPERVISE, unitId);
        return resets.waiting(unitId, clock.instant());
    }

    /** Asks for the reset of a channel of an agent of the unit. */
    public Intervention ask(Rights by, long unitId, AccountId account, ChannelKind kind) {
        by.demand(Duty.SUPERVISE, unitId);
        Optional<AgentOfUnit> agent = agents.find(unitId, account);
        if (agent.isEmpty()) {
            return Intervention.NOT_OF_UNIT;
        }
        if (!agent.get().channels().contains(kind)) {
            return Intervention.NO_CHANNEL;
        }
        Instant now = clock.instant();
        if (!resets.add(new NewReset(account, unitId, kind, person(by), now, now.plus(WAIT)))) {
            return Intervention.ALREADY_ASKED;
        }
        trace.both(
                by,
                unitId,
                agent.get().account(),
                "CHANNEL_RESET_ASKED",
                SupportCode.random(),
                "channel " + kind + ", waits for a second person");
        return Intervention.DONE;
    }

    /** Confirms as the second person: the channel is deleted, and the agent told on all they had. */
    public Intervention confirm(Rights by, long unitId, long resetId) {
        by.demand(Duty.SUPERVISE, unitId);
        Optional<WaitingReset> reset = find(unitId, resetId);
        if (reset.isEmpty()) {
            return Intervention.GONE;
        }
        if (!reset.get().secondedBy(person(by))) {
            return Intervention.SAME_PERSON;
        }
        SupportCode code = SupportCode.random();
        Optional<OtpChannel> removed = resets.confirm(reset.get(), person(by), clock.instant(), code);
        removed.ifPresent(channel -> traced(
                by,
                unitId,
                reset.get(),
                "CHANNEL_RESET",
                code,
                "before " + channel.kind() + " " + channel.masked() + ", after none, asked by "
                        + reset.get().askedByLogin()));
        return removed.isPresent() ? Intervention.DONE : Intervention.GONE;
    }

    /** Turns a request down; whoever asked may do so too. */
    public Intervention reject(Rights by, long unitId, long resetId) {
        by.demand(Duty.SUPERVISE, unitId);
        Optional<WaitingReset> reset = find(unitId, resetId);
        if (reset.isEmpty() || !resets.reject(reset.get(), person(by), clock.instant())) {
            return Intervention.GONE;
        }
        String change = "channel " + reset.get().kind() + ", left as it was";
        traced(by, unitId, reset.get(), "CHANNEL_RESET_REJECTED", SupportCode.random(), change);
        return Intervention.DONE;
    }

    @Schedule(hour = "4", minute = "45", persistent = false)
    void forgetOld() {
        resets.forgetBefore(clock.instant().minus(KEPT));
    }

    private Optional<WaitingReset> find(long unitId, long resetId) {
        return resets.waiting(unitId, clock.instant()).stream()
                .filter(reset -> reset.id() == resetId)
                .findFirst();
    }

    /** Machines have no duty of supervision. */
    private static AccountId person(Rights by) {
        return by.actor().account().orElseThrow();
    }

    private void traced(Rights by, long unitId, WaitingReset reset, String outcome, SupportCode code, String change) {
        Account agent = accounts.find(reset.account()).orElseThrow();
        trace.both(by, unitId, agent, outcome, code, change);
    }
}

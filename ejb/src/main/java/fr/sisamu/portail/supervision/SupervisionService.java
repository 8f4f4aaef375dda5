package fr.sisamu.portail.supervision;

import fr.sisamu.portail.account.Account;
import fr.sisamu.portail.account.AccountId;
import fr.sisamu.portail.account.AccountService;
import fr.sisamu.portail.audit.SupportCode;
import fr.sisamu.portail.phone.LinkedPhone;
import fr.sisamu.portail.phone.PhoneDirectory;
import fr.sisamu.portail.phone.PhoneFreeing;
import fr.sisamu.portail.phone.PhoneService;
import fr.sisamu.portail.role.Duty;
import fr.sisamu.portail.role.Rights;
import fr.sisamu.portail.session.EndReason;
import fr.sisamu.portail.session.WorkSessionService;
import fr.sisamu.portail.throttle.ThrottleService;
import fr.sisamu.portail.unit.UnitName;
import fr.sisamu.portail.unit.UnitRegister;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The board of a unit, and what its supervisor may do at once; needs {@link Duty#SUPERVISE} in that unit. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SupervisionService {

    @Inject
    BoardStore board;

    @Inject
    ResetStore resets;

    @Inject
    UnitAgents agents;

    @Inject
    UnitRegister units;

    @Inject
    AccountService accounts;

    @Inject
    WorkSessionService sessions;

    @Inject
    PhoneService phones;

    @Inject
    PhoneDirectory directory;

    @Inject
    ThrottleService throttle;

    @Inject
    SupervisionTrace trace;

    @Inject
    Clock clock;

    /** The units whose board the caller may see, by name. */
    public List<UnitName> units(Rights by) {
        by.demandSomewhere(Duty.SUPERVISE);
        return units.names().stream()
                .filter(unit -> by.may(Duty.SUPERVISE, unit.id()))
                .toList();
    }

    /** Who is on in a unit, by name. */
    public List<AgentOn> board(Rights by, long unitId) {
        by.demand(Duty.SUPERVISE, unitId);
        return board.of(unitId, clock.instant());
    }

    /** The agent of this identifier as typed, if they are of the unit. */
    public Optional<AgentOfUnit> find(Rights by, long unitId, String typedLogin) {
        by.demand(Duty.SUPERVISE, unitId);
        return agents.find(unitId, typedLogin);
    }

    /** Takes a phone from the session that holds it; its bandeau is told by whom. */
    public Intervention freePhone(Rights by, long unitId, long sessionId, long phoneId) {
        by.demand(Duty.SUPERVISE, unitId);
        Optional<AgentOn> holder = on(unitId, sessionId);
        Optional<LinkedPhone> held = holder.flatMap(AgentOn::phone).filter(phone -> phone.phoneId() == phoneId);
        if (held.isEmpty()) {
            return Intervention.GONE;
        }
        PhoneFreeing freeing = phones.free(sessionId, phoneId, nameOf(by));
        if (freeing != PhoneFreeing.FREED) {
            return freeing == PhoneFreeing.ON_CALL ? Intervention.ON_CALL : Intervention.GONE;
        }
        String number = directory.masked(held.get().number());
        traced(by, unitId, holder.get().account(), "PHONE_FREED", "before phone " + number + ", after none");
        return Intervention.DONE;
    }

    /** Ends a session of the unit, felt on its screen at once. */
    public Intervention endSession(Rights by, long unitId, long sessionId) {
        by.demand(Duty.SUPERVISE, unitId);
        Optional<AgentOn> agent = on(unitId, sessionId);
        if (agent.isEmpty() || !sessions.end(sessionId, EndReason.SUPERVISOR)) {
            return Intervention.GONE;
        }
        traced(
                by,
                unitId,
                agent.get().account(),
                "SESSION_ENDED",
                "before session " + sessionId + " open by " + agent.get().method() + ", after ended");
        return Intervention.DONE;
    }

    /** Lifts the delays that wrong passwords and codes have brought on an agent of the unit. */
    public Intervention unblock(Rights by, long unitId, AccountId account) {
        by.demand(Duty.SUPERVISE, unitId);
        Optional<AgentOfUnit> agent = agents.find(unitId, account);
        if (agent.isEmpty()) {
            return Intervention.NOT_OF_UNIT;
        }
        if (!throttle.unblock(agent.get().account().loginName())) {
            return Intervention.NOT_BLOCKED;
        }
        traced(by, unitId, account, "UNBLOCKED", "before tries counted, after none");
        return Intervention.DONE;
    }

    /** A number that changes when the board of this unit does. It tells nothing else, so it asks for no right. */
    public int stamp(long unitId) {
        Instant now = clock.instant();
        return 31 * board.of(unitId, now).hashCode()
                + resets.waiting(unitId, now).hashCode();
    }

    private Optional<AgentOn> on(long unitId, long sessionId) {
        return board.of(unitId, clock.instant()).stream()
                .filter(agent -> agent.sessionId() == sessionId)
                .findFirst();
    }

    private String nameOf(Rights by) {
        return by.actor()
                .account()
                .flatMap(accounts::find)
                .map(Account::displayName)
                .orElse(by.actor().name());
    }

    private void traced(Rights by, long unitId, AccountId account, String outcome, String change) {
        accounts.find(account).ifPresent(agent -> trace.both(by, unitId, agent, outcome, SupportCode.random(), change));
    }
}

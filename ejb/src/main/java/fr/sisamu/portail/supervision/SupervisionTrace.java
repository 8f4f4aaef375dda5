package fr.sisamu.portail.supervision;

import fr.sisamu.portail.account.Account;
import fr.sisamu.portail.audit.AuditTrail;
import fr.sisamu.portail.audit.SupportCode;
import fr.sisamu.portail.audit.Trace;
import fr.sisamu.portail.audit.TraceKind;
import fr.sisamu.portail.role.Rights;
import fr.sisamu.portail.unit.UnitRegister;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Traces a deed of supervision on both accounts, the agent's and the supervisor's: two rows under one support code. */
@ApplicationScoped
public class SupervisionTrace {

    @Inject
    AuditTrail trail;

    @Inject
    UnitRegister units;

    /**
     * Writes both rows.
     *
     * @param change what was before and what is after
     */
    public void both(Rights by, long unitId, Account agent, String outcome, SupportCode code, String change) {
        Trace deed = Trace.of(TraceKind.SUPERVISION, outcome).code(code);
        Trace placed =
                units.find(unitId).map(sheet -> deed.unit(sheet.unit().code())).orElse(deed);
        trail.record(by.actor().sign(placed.account(agent.id().value()).detail(change)));
        by.actor()
                .account()
                .ifPresent(own -> trail.record(by.actor()
                        .sign(placed.account(own.value()).detail("on " + agent.loginName() + "; " + change))));
    }
}

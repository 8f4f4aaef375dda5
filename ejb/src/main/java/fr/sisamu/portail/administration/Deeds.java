package fr.sisamu.portail.administration;

import fr.sisamu.portail.account.AccountId;
import fr.sisamu.portail.audit.AuditTrail;
import fr.sisamu.portail.audit.Trace;
import fr.sisamu.portail.audit.TraceKind;
import fr.sisamu.portail.role.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Traces what administrators do, under their name and session. */
@ApplicationScoped
class Deeds {

    @Inject
    AuditTrail trail;

    /** A deed on an account. */
    void trace(Rights by, TraceKind kind, String outcome, AccountId account, String detail) {
        trail.record(
                by.actor().sign(Trace.of(kind, outcome).account(account.value()).detail(detail)));
    }

    /** A deed on a unit or its phones. */
    void trace(Rights by, String outcome, String unitCode, String detail) {
        trail.record(by.actor()
                .sign(Trace.of(TraceKind.UNIT_CHANGED, outcome).unit(unitCode).detail(detail)));
    }

    /** A deed on a national identifier that names nobody. */
    void traceIdentifier(Rights by, String outcome, String identifier, String detail) {
        trail.record(by.actor()
                .sign(Trace.of(TraceKind.REQUEST_DECIDED, outcome)
                        .identifier(identifier)
                        .detail(detail)));
    }
}

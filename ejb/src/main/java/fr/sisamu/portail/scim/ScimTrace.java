package fr.sisamu.portail.scim;

import fr.sisamu.portail.account.AccountId;
import fr.sisamu.portail.audit.AuditTrail;
import fr.sisamu.portail.audit.SupportCode;
import fr.sisamu.portail.audit.Trace;
import fr.sisamu.portail.audit.TraceKind;
import fr.sisamu.portail.role.Rights;
import fr.sisamu.portail.session.EndReason;
import fr.sisamu.portail.session.WorkSessionService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** What follows a request once its transaction is over: the trace, and the end of the sessions of a closed account. */
@ApplicationScoped
class ScimTrace {

    @Inject
    AuditTrail trail;

    @Inject
    WorkSessionService sessions;

    /** All deeds of one request under one code. */
    void done(Rights by, Written written) {
        SupportCode code = SupportCode.random();
        for (Deed deed : written.deeds()) {
            AccountId account = deed.account();
            trail.record(by.actor()
                    .sign(Trace.of(TraceKind.ACCOUNT_CHANGED, deed.outcome())
                            .code(code)
                            .account(account.value())
                            .detail(deed.detail())));
        }
        written.closed().ifPresent(account -> sessions.endOthers(account, Optional.empty(), EndReason.ACCOUNT_CLOSED));
    }

    /** The code by which the refusal is found. */
    SupportCode refused(Rights by, String request, RefusedException refused) {
        SupportCode code = SupportCode.random();
        trail.record(by.actor()
                .sign(Trace.of(TraceKind.SCIM_REFUSED, refused.reason().name())
                        .code(code)
                        .detail(request + ": " + refused.subject())));
        return code;
    }
}

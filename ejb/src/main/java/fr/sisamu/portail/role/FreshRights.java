package fr.sisamu.portail.role;

import fr.sisamu.portail.audit.AuditTrail;
import fr.sisamu.portail.audit.Trace;
import fr.sisamu.portail.audit.TraceKind;
import fr.sisamu.portail.session.FreshProof;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The second door of a deed that gives somebody a right or a way in: whoever does it has just proved who they are. */
@ApplicationScoped
public class FreshRights {

    @Inject
    AuditTrail trail;

    /**
     * Whether the deed may be done. A refusal is traced.
     *
     * @param deed what was to be done, in the words of the trace
     */
    public boolean open(Rights by, String deed) {
        if (!by.fresh()) {
            Trace trace = Trace.of(TraceKind.STEP_REFUSED, FreshProof.REFUSAL).detail(deed);
            trail.record(by.actor()
                    .sign(by.actor()
                            .account()
                            .map(id -> trace.account(id.value()))
                            .orElse(trace)));
        }
        return by.fresh();
    }
}

package fr.sisamu.portail.phone;

import fr.sisamu.portail.audit.AuditTrail;
import fr.sisamu.portail.audit.Trace;
import fr.sisamu.portail.audit.TraceKind;
import fr.sisamu.portail.session.ProfileChosen;
import fr.sisamu.portail.session.WorkSessionEnded;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Frees phones when a session ends or moves to another unit, in that same transaction; and tells the trace and the
 * telephone system afterwards, on a thread of its own, for neither may keep a log-out waiting.
 */
@ApplicationScoped
class FreedPhones {

    private static final Logger LOG = System.getLogger(FreedPhones.class.getName());

    @Inject
    LinkStore links;

    @Inject
    DeskPhoneSwitch telephones;

    @Inject
    AuditTrail trail;

    @Resource(lookup = "java:comp/DefaultManagedExecutorService")
    ManagedExecutorService executor;

    void ended(@Observes WorkSessionEnded event) {
        links.release(event.sessionId());
    }

    void moved(@Observes ProfileChosen event) {
        boolean foreign = links.heldBy(event.sessionId())
                .filter(held -> held.unitId() != event.unitId())
                .isPresent();
        if (foreign) {
            links.release(event.sessionId());
        }
    }

    void freed(@Observes(during = TransactionPhase.AFTER_SUCCESS) PhoneFreed event) {
        executor.execute(() -> tell(event.phone()));
    }

    private void tell(HeldPhone phone) {
        trail.record(Trace.of(TraceKind.PHONE_RELEASED, "OK")
                .account(phone.account().value())
                .session(phone.sessionId())
                .unit(phone.unitCode())
                .detail(PhoneNumber.masked(phone.number())));
        // Whoever has linked it in between is logged in there by now.
        if (!phone.onSwitch() || links.linked(phone.phoneId())) {
            return;
        }
        try {
            telephones.logout(phone.unitCode(), phone.number());
        } catch (SwitchUnavailableException e) {
            LOG.log(Level.DEBUG, "the telephone system keeps a login until the next one replaces it", e);
        }
    }
}

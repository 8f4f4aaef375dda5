package fr.sisamu.portail.phone;

import fr.sisamu.portail.audit.AuditTrail;
import fr.sisamu.portail.audit.SupportCode;
import fr.sisamu.portail.audit.Trace;
import fr.sisamu.portail.audit.TraceKind;
import fr.sisamu.portail.session.WorkSession;
import fr.sisamu.portail.unit.Unit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Traces who came to hold a phone, and who lost it by that: two rows under one support code. */
@ApplicationScoped
class PhoneTrace {

    @Inject
    AuditTrail trail;

    /** Traces a phone that was free or stale, or one taken over from a holder whose link still counted. */
    void linked(WorkSession session, Unit unit, PhoneRow phone, boolean takenOver) {
        SupportCode code = SupportCode.random();
        Trace gained = Trace.of(takenOver ? TraceKind.PHONE_TAKEN_OVER : TraceKind.PHONE_LINKED, "OK")
                .code(code)
                .account(session.account().id().value())
                .session(session.id())
                .unit(unit.code())
                .detail(PhoneNumber.masked(phone.number()));
        trail.record(session.workstation().map(gained::workstation).orElse(gained));
        if (phone.linked() && phone.holderEndedAt() == null) {
            trail.record(Trace.of(TraceKind.PHONE_LOST, takenOver ? "TAKEN_OVER" : "LEASE_OVER")
                    .code(code)
                    .account(phone.holderAccount().value())
                    .session(phone.holder())
                    .unit(unit.code())
                    .detail(PhoneNumber.masked(phone.number())));
        }
    }
}

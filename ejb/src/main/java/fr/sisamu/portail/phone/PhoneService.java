package fr.sisamu.portail.phone;

import fr.sisamu.portail.phone.PhoneLinking.HeldByOther;
import fr.sisamu.portail.phone.PhoneLinking.Linked;
import fr.sisamu.portail.phone.PhoneLinking.OnCall;
import fr.sisamu.portail.phone.PhoneLinking.Reason;
import fr.sisamu.portail.phone.PhoneLinking.Refused;
import fr.sisamu.portail.session.WorkSession;
import fr.sisamu.portail.unit.Unit;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperties;

/**
 * Links desk phones to sessions, hands them over and frees them.
 *
 * <p>Outside of any transaction, because the telephone system is asked between short ones and may take its time.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PhoneService {

    @Inject
    LinkStore links;

    @Inject
    LastNumberStore lastNumbers;

    @Inject
    SwitchLogin telephones;

    @Inject
    PhoneTrace trace;

    @Inject
    @ConfigProperties
    PhoneSettings settings;

    @Inject
    Clock clock;

    /** Links the phone of the session's unit with this numéro unique, if it is free or its lease is over. */
    public PhoneLinking link(WorkSession session, String number) {
        return link(session, number, false);
    }

    /** Takes the phone from its holder, who is told at once; traced on both accounts. */
    public PhoneLinking takeOver(WorkSession session, String number) {
        return link(session, number, true);
    }

    public Optional<LinkedPhone> linkedTo(long sessionId) {
        return links.heldBy(sessionId).map(HeldPhone::view);
    }

    /** Frees the phone of this session, if it holds one. */
    public void release(long sessionId) {
        links.release(sessionId);
    }

    /**
     * Takes its phone from a session for good, and tells its bandeau by whom. It judges nobody's right: people come
     * through the package supervision.
     *
     * @param phoneId the phone that is meant; if the session holds another one by now, nothing happens
     * @param by the name to show
     */
    public PhoneFreeing free(long sessionId, long phoneId, String by) {
        Optional<HeldPhone> held = links.heldBy(sessionId).filter(phone -> phone.phoneId() == phoneId);
        if (held.isEmpty()) {
            return PhoneFreeing.NOT_HELD;
        }
        if (telephones.onCall(held.get().unitCode(), held.get().number())) {
            return PhoneFreeing.ON_CALL;
        }
        return links.free(held.get(), by) ? PhoneFreeing.FREED : PhoneFreeing.NOT_HELD;
    }

    /** Renews the lease of this session's phone; called while its bandeau is alive. */
    public void renewLease(long sessionId) {
        links.renew(sessionId, clock.instant().plus(settings.lease));
    }

    /** The number last linked on this post for this unit. */
    public Optional<String> lastNumberOn(String workstation, long unitId) {
        return lastNumbers.find(workstation, unitId);
    }

    private PhoneLinking link(WorkSession session, String typed, boolean confirmed) {
        Optional<PhoneNumber> number = PhoneNumber.of(typed);
        if (number.isEmpty()) {
            return new Refused(Reason.MALFORMED);
        }
        if (session.profile().isEmpty()) {
            return new Refused(Reason.NO_PROFILE);
        }
        Unit unit = session.profile().get().unit();
        return links.find(unit.id(), number.get().value())
                .map(phone -> link(session, unit, phone, confirmed))
                .orElseGet(() -> new Refused(Reason.NOT_IN_THIS_UNIT));
    }

    private PhoneLinking link(WorkSession session, Unit unit, PhoneRow phone, boolean confirmed) {
        Instant now = clock.instant();
        if (phone.heldBy(session.id())) {
            renewLease(session.id());
            boolean reached = phone.onSwitch() || telephones.login(session, unit, phone);
            return new Linked(phone.view(phone.linkedAt(), reached));
        }
        boolean held = phone.held(now);
        if (held && !confirmed) {
            return new HeldByOther(phone.number(), phone.holderName(), phone.linkedAt());
        }
        if (held && telephones.onCall(unit.code(), phone.number())) {
            return new OnCall(phone.number(), phone.holderName());
        }
        if (!moved(session, phone, held, now)) {
            return links.heldBy(session.id())
                    .filter(own -> own.phoneId().equals(phone.id())) // this session's other tab was faster
                    .<PhoneLinking>map(own -> new Linked(own.view()))
                    .orElseGet(() -> new Refused(Reason.JUST_TAKEN));
        }
        trace.linked(session, unit, phone, held);
        return new Linked(phone.view(now, telephones.login(session, unit, phone)));
    }

    /** Whether the database let this session be the one. */
    private boolean moved(WorkSession session, PhoneRow phone, boolean held, Instant now) {
        Instant lease = now.plus(settings.lease);
        try {
            if (held) {
                links.takeOver(phone, session, now, lease);
            } else {
                links.claim(phone, session, now, lease);
            }
            return true;
        } catch (RuntimeException e) {
            if (Contention.isBehind(e)) {
                return false;
            }
            throw e;
        }
    }
}

package fr.sisamu.portail.phone;

import fr.sisamu.portail.session.WorkSession;
import jakarta.ejb.Stateless;
import java.util.Optional;

/** Links desk phones to sessions, hands them over and frees them. */
@Stateless
public class PhoneService {

    /** Links the phone of the session's unit with this numéro unique, if it is free or its lease is over. */
    public PhoneLinking link(WorkSession session, String number) {
        throw new UnsupportedOperationException();
    }

    /** Takes the phone from its holder, who is told at once; traced on both accounts. */
    public PhoneLinking takeOver(WorkSession session, String number) {
        throw new UnsupportedOperationException();
    }

    public Optional<LinkedPhone> linkedTo(long sessionId) {
        throw new UnsupportedOperationException();
    }

    /** Frees the phone of this session, if it holds one. */
    public void release(long sessionId) {
        throw new UnsupportedOperationException();
    }

    /** Renews the lease of this session's phone; called while its bandeau is alive. */
    public void renewLease(long sessionId) {
        throw new UnsupportedOperationException();
    }

    /** The number last linked on this post for this unit. */
    public Optional<String> lastNumberOn(String workstation, long unitId) {
        throw new UnsupportedOperationException();
    }
}

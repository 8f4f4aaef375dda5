package fr.sisamu.portail.phone;

import fr.sisamu.portail.session.WorkSession;
import fr.sisamu.portail.unit.Unit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Asks the telephone system, and takes no answer for « go on without »: its failure never blocks a bandeau. */
@ApplicationScoped
class SwitchLogin {

    private static final Logger LOG = System.getLogger(SwitchLogin.class.getName());

    @Inject
    DeskPhoneSwitch telephones;

    @Inject
    LinkStore links;

    /** Logs the agent in on a phone already linked; false if the agent must use the handset. */
    boolean login(WorkSession session, Unit unit, PhoneRow phone) {
        try {
            telephones.login(unit.code(), phone.number(), session.account().loginName());
        } catch (SwitchUnavailableException e) {
            LOG.log(Level.DEBUG, "linked without the telephone system", e);
            return false;
        }
        links.onSwitch(phone.id(), session.id());
        return true;
    }

    boolean onCall(String unitCode, String number) {
        try {
            return telephones.state(unitCode, number) == DeskPhoneSwitch.State.ON_CALL;
        } catch (SwitchUnavailableException e) {
            LOG.log(Level.DEBUG, "moved without asking the telephone system", e);
            return false;
        }
    }
}

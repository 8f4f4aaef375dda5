package fr.sisamu.portail.emergency;

import fr.sisamu.portail.account.Account;
import fr.sisamu.portail.account.AccountId;
import fr.sisamu.portail.audit.SupportCode;
import fr.sisamu.portail.secret.ServerKey;
import fr.sisamu.portail.session.NoticeKind;
import fr.sisamu.portail.session.NoticeService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Writes an access down together with everything that tells of it: none goes unseen. */
@ApplicationScoped
class EmergencyRegister {

    @Inject
    EmergencyStore store;

    @Inject
    EmergencyAlerts alerts;

    @Inject
    NoticeService notices;

    @Inject
    ServerKey key;

    /** Keyed, for fifty bits would not withstand whoever has stolen a plain digest. */
    String digest(AccountId account, EmergencySecret secret) {
        return key.sign("emergency", account.value() + "|" + secret.value());
    }

    /** False if somebody was first. */
    @Transactional
    boolean open(NewAccess access, Account agent, String by, SupportCode code) {
        if (!store.add(access)) {
            return false;
        }
        alerts.opened(agent, access.unitId(), by, code);
        for (long session : store.supervisorsOn(access.unitId())) {
            notices.leave(session, NoticeKind.EMERGENCY_OPENED, agent.displayName());
        }
        return true;
    }
}

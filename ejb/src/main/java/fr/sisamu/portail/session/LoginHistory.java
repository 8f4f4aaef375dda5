package fr.sisamu.portail.session;

import fr.sisamu.portail.account.AccountId;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;

/** Shows people their own logins, and lets them end a session that they left open or do not recognise. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LoginHistory {

    private static final int SHOWN = 30;

    @Inject
    SessionStore sessions;

    @Inject
    SessionEnding ending;

    /** The latest logins of this account, open sessions included, the latest first. */
    public List<PastLogin> of(AccountId account) {
        return sessions.latest(account, SHOWN);
    }

    /** Ends an open session of the same person; false if it is none of theirs. */
    public boolean end(WorkSession owner, long sessionId) {
        boolean own =
                sessions.openPlaces(owner.account().id()).stream().anyMatch(place -> place.sessionId() == sessionId);
        if (own) {
            ending.end(sessionId, EndReason.OWNER);
        }
        return own;
    }
}

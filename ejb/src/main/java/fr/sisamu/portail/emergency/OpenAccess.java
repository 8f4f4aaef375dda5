package fr.sisamu.portail.emergency;

import fr.sisamu.portail.account.AccountId;
import java.time.Instant;

/** The open access of an agent, with what verifies its secret. */
record OpenAccess(long id, AccountId account, long unitId, String secretDigest, Instant expiresAt) {

    boolean livesAt(Instant now) {
        return now.isBefore(expiresAt);
    }

    @Override
    public String toString() {
        return "OpenAccess[" + id + "]";
    }
}

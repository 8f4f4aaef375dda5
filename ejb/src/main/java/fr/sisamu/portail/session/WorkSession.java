package fr.sisamu.portail.session;

import fr.sisamu.portail.account.Account;
import fr.sisamu.portail.profile.Profile;
import java.time.Instant;
import java.util.Optional;

/**
 * An open session as the other features see it.
 *
 * @param expiresAt the end of the shift at the latest, whatever the activity
 * @param profile the profile chosen and still valid, empty until the choice
 */
public record WorkSession(
        long id,
        Account account,
        LoginMethod method,
        AssuranceLevel level,
        Optional<Profile> profile,
        Optional<String> workstation,
        Instant openedAt,
        Instant expiresAt) {

    /**
     * The door of a service by which agents change how they come in: whoever came in on somebody's word changes nothing.
     *
     * @throws IllegalStateException in the session of an accès de secours, which the pages turn away before
     */
    public void demandOwnProof() {
        if (level == AssuranceLevel.EMERGENCY) {
            throw new IllegalStateException("session " + id + " of an accès de secours was to set something");
        }
    }
}

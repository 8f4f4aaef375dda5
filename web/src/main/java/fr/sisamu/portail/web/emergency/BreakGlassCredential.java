package fr.sisamu.portail.web.emergency;

import fr.sisamu.portail.emergency.EmergencyLoginService.Answered;
import fr.sisamu.portail.emergency.EmergencyLoginService.Claim;
import jakarta.security.enterprise.credential.Credential;
import java.util.Optional;

/** The proof of an accès de secours: identifier and secret as typed. Keeps what the identity store said of it. */
final class BreakGlassCredential implements Credential {

    private final Claim claim;
    private Optional<Answered> answered = Optional.empty();

    BreakGlassCredential(Claim claim) {
        this.claim = claim;
    }

    Claim claim() {
        return claim;
    }

    /** Empty until an identity store has answered. */
    Optional<Answered> answered() {
        return answered;
    }

    void answer(Answered answer) {
        answered = Optional.of(answer);
    }
}

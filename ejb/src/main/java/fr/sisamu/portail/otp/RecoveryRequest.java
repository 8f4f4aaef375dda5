package fr.sisamu.portail.otp;

import fr.sisamu.portail.account.LoginName;
import java.util.Locale;
import java.util.Optional;

/**
 * Somebody has forgotten a password, and nobody has looked yet whose.
 *
 * @param challenge the id of the challenge that this browser was given, a decoy so far
 * @param name empty for what can be no identifier
 * @param origin the peer's address
 */
record RecoveryRequest(String challenge, Optional<LoginName> name, Locale language, String origin) {

    @Override
    public String toString() {
        return "RecoveryRequest[…]";
    }
}

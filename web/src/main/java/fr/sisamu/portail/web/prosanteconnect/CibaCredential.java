package fr.sisamu.portail.web.prosanteconnect;

import fr.sisamu.portail.prosanteconnect.CibaProgress;
import jakarta.security.enterprise.credential.Credential;

/** The secret of a browser that waits for an e-CPS. Keeps how far that has come. */
final class CibaCredential implements Credential {

    private final String browserSecret;
    private final String origin;
    private CibaProgress progress = new CibaProgress.Nothing();

    CibaCredential(String browserSecret, String origin) {
        this.browserSecret = browserSecret;
        this.origin = origin;
    }

    String browserSecret() {
        return browserSecret;
    }

    String origin() {
        return origin;
    }

    /** What the identity store answered. */
    CibaProgress progress() {
        return progress;
    }

    void came(CibaProgress answer) {
        progress = answer;
    }
}

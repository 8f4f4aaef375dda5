package fr.sisamu.portail.web.prosanteconnect;

import fr.sisamu.portail.prosanteconnect.Arrival;
import fr.sisamu.portail.prosanteconnect.Callback;
import jakarta.security.enterprise.credential.Credential;
import java.util.Optional;

/** The proof that comes back from the provider, and the secret of the browser that left. Keeps what was said of it. */
final class PscCredential implements Credential {

    private final Callback callback;
    private final Optional<String> browserSecret;
    private final String origin;
    private Optional<Arrival> arrival = Optional.empty();

    PscCredential(Callback callback, Optional<String> browserSecret, String origin) {
        this.callback = callback;
        this.browserSecret = browserSecret;
        this.origin = origin;
    }

    Callback callback() {
        return callback;
    }

    Optional<String> browserSecret() {
        return browserSecret;
    }

    String origin() {
        return origin;
    }

    /** What the identity store answered. */
    Arrival arrival() {
        return arrival.orElseThrow(() -> new IllegalStateException("nobody has judged what Pro Santé Connect said"));
    }

    void arrived(Arrival judged) {
        arrival = Optional.of(judged);
    }
}

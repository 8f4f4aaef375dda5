package fr.sisamu.portail.prosanteconnect;

import java.time.Instant;
import java.util.Optional;

/** What a log-out token says (OpenID Connect Back-Channel Logout 1.0 §2.4). */
public sealed interface LogoutNotice {

    /**
     * Believed, if it did not come before.
     *
     * @param id its own name (jti)
     * @param expires when it could no longer be shown again
     */
    record Valid(String id, Optional<String> subject, Optional<String> sessionId, Instant expires)
            implements LogoutNotice {}

    record Invalid(String cause) implements LogoutNotice {}
}

package fr.sisamu.portail.partners.psc;

import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.openid.connect.sdk.claims.ACR;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The provider's own sessions: whoever approved once need not type and approve again, until they log out here. */
final class SingleSignOn {

    private static final String COOKIE = "PSC_SESSION";
    private static final String ATTRIBUTES = "; Path=" + PscSettings.ROOT + "; Secure; HttpOnly; SameSite=Lax";

    private final Expiring<Login> sessions;
    private final Clock clock;

    SingleSignOn(Clock clock) {
        this.clock = clock;
        this.sessions = new Expiring<>(clock, Duration.ofHours(4));
    }

    /** A session for somebody who has just approved. */
    Login open(Persona persona, ACR acr) {
        String session = Expiring.randomKey();
        Login login = new Login(persona, acr, clock.instant(), session);
        sessions.put(session, login);
        return login;
    }

    /** Whose session the browser has. */
    Optional<Login> current(HTTPRequest request) {
        return Parameters.cookie(request, COOKIE).flatMap(sessions::find);
    }

    List<Login> all() {
        return sessions.all();
    }

    void end(Login login) {
        sessions.take(login.session());
    }

    static void remember(HTTPResponse answer, Login login) {
        answer.setHeader("Set-Cookie", COOKIE + "=" + login.session() + ATTRIBUTES);
    }

    static void forget(HTTPResponse answer) {
        answer.setHeader("Set-Cookie", COOKIE + "=; Max-Age=0" + ATTRIBUTES);
    }
}

package fr.sisamu.portail.partners.psc;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.openid.connect.sdk.BackChannelLogoutRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.net.ssl.SSLSocketFactory;

/** Tells the client that sessions have ended here (OpenID Connect Back-Channel Logout 1.0). */
final class BackChannelLogout {

    private static final JOSEObjectType TYPE = new JOSEObjectType("logout+jwt");
    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";
    private static final int PATIENCE_MILLIS = 5000;

    private final PscSettings settings;
    private final RegisteredClient client;
    private final SingleSignOn signOn;
    private final Signer signer;
    private final SSLSocketFactory trust;
    private final Clock clock;

    BackChannelLogout(
            PscSettings settings,
            RegisteredClient client,
            SingleSignOn signOn,
            Signer signer,
            SSLSocketFactory trust,
            Clock clock) {
        this.settings = settings;
        this.client = client;
        this.signOn = signOn;
        this.signer = signer;
        this.trust = trust;
        this.clock = clock;
    }

    /** Ends all sessions; says how the client answered for each. */
    String everybody() {
        List<String> answers = new ArrayList<>();
        for (Login login : signOn.all()) {
            signOn.end(login);
            answers.add(tell(login));
        }
        return answers.size() + " session(s) fermée(s), réponses du portail\u202f: " + answers;
    }

    private String tell(Login login) {
        HTTPRequest request = new BackChannelLogoutRequest(client.backChannelLogout(), token(login)).toHTTPRequest();
        request.setSSLSocketFactory(trust);
        request.setConnectTimeout(PATIENCE_MILLIS);
        request.setReadTimeout(PATIENCE_MILLIS);
        try {
            return Integer.toString(request.send().getStatusCode());
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** A logout token (§2.4): an event, never a nonce. */
    JWT token(Login login) {
        Instant now = clock.instant();
        return signer.sign(
                new JWTClaimsSet.Builder()
                        .issuer(settings.issuer().getValue())
                        .subject(login.persona().subject())
                        .audience(client.id().getValue())
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(IdTokens.LIFE)))
                        .jwtID(UUID.randomUUID().toString())
                        .claim("sid", login.session())
                        .claim("events", Map.of(EVENT, Map.of()))
                        .build(),
                TYPE);
    }
}

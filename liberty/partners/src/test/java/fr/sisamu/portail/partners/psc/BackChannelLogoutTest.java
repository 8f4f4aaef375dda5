package fr.sisamu.portail.partners.psc;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.nimbusds.openid.connect.sdk.claims.ACR;
import com.nimbusds.openid.connect.sdk.claims.LogoutTokenClaimsSet;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The provider tells a client that listens at an address of its own. */
class BackChannelLogoutTest {

    private final List<String> received = Collections.synchronizedList(new ArrayList<>());
    private final SingleSignOn signOn = new SingleSignOn(Clock.systemUTC());
    private final Persona doctor = new Personae().find("899999000013").orElseThrow();
    private HttpServer client;
    private BackChannelLogout logout;

    @BeforeEach
    void listen() throws IOException {
        client = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        client.createContext("/logout", exchange -> {
            received.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        client.start();
        RegisteredClient known = RelyingParty.CLIENT;
        RegisteredClient listening = new RegisteredClient(
                known.id(),
                known.secret(),
                known.certificate(),
                known.redirect(),
                known.postLogoutRedirect(),
                URI.create("http://127.0.0.1:" + client.getAddress().getPort() + "/logout"));
        logout = new BackChannelLogout(
                RelyingParty.SETTINGS, listening, signOn, new Signer(new SigningKeys()), null, Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        client.stop(0);
    }

    @Test
    void endsEachSessionAndSaysWhich() throws Exception {
        Login login = signOn.open(doctor, new ACR("eidas1"));

        String done = logout.everybody();

        assertThat(done).contains("1 session(s)", "[200]");
        assertThat(signOn.all()).isEmpty();
        JWT token = JWTParser.parse(
                URLUtils.parseParameters(received.get(0)).get("logout_token").get(0));
        LogoutTokenClaimsSet claims = new LogoutTokenClaimsSet(token.getJWTClaimsSet());
        assertThat(claims.getSessionID()).hasToString(login.session());
        assertThat(claims.getSubject()).hasToString(doctor.subject());
        assertThat(claims.getIssuer()).isEqualTo(RelyingParty.SETTINGS.issuer());
        assertThat(token.getJWTClaimsSet().getClaim("nonce")).isNull();
        assertThat(token.getHeader().getType()).hasToString("logout+jwt");
    }

    @Test
    void saysThatTheClientDidNotAnswerAndEndsTheSessionAllTheSame() {
        signOn.open(doctor, new ACR("eidas1"));
        client.stop(0);

        assertThat(logout.everybody()).contains("ConnectException");
        assertThat(signOn.all()).isEmpty();
    }
}

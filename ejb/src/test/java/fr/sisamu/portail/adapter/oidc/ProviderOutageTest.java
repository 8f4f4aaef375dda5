package fr.sisamu.portail.adapter.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.RSAKey;
import fr.sisamu.portail.adapter.oidc.StubProvider.Reply;
import fr.sisamu.portail.prosanteconnect.Acr;
import fr.sisamu.portail.prosanteconnect.AttemptSecrets;
import fr.sisamu.portail.prosanteconnect.Callback;
import fr.sisamu.portail.prosanteconnect.Demand;
import fr.sisamu.portail.prosanteconnect.Proof;
import fr.sisamu.portail.prosanteconnect.ProviderUnavailableException;
import fr.sisamu.portail.prosanteconnect.PscRefusal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The provider down, slow, talkative, or rolling its keys. */
class ProviderOutageTest {

    private static final String DISCOVERY = "/.well-known/wallet-openid-configuration";

    final OidcWorld world = new OidcWorld();

    @AfterEach
    void close() {
        world.close();
    }

    private void unavailable(String cause) {
        assertThatThrownBy(world::login)
                .isInstanceOf(ProviderUnavailableException.class)
                .hasMessageContaining(cause)
                .hasMessageNotContaining("eyJ");
    }

    @Test
    void startsWhileTheProviderIsDownAndLogsInOnceItIsBack() throws Exception {
        world.stub.instead.put(DISCOVERY, new Reply(503, "text/html", "", Map.of()));
        world.provider().check();
        unavailable("discovery: answered 503");

        world.stub.instead.clear();
        world.portal.clock().advance(Duration.ofSeconds(10));

        world.holder();
    }

    /** RFC 7517 §5. */
    @Test
    void overlooksAKeyThatCannotBeRead() throws Exception {
        Map<String, Object> broken = Map.of("kty", "RSA", "kid", "broken", "use", "sig");
        Map<String, Object> unheardOf = Map.of("kty", "PQC", "kid", "tomorrow");
        Map<String, Object> good = world.stub.key.toPublicJWK().toJSONObject();
        world.stub.instead.put("/certs", Reply.json(200, Map.of("keys", List.of(broken, unheardOf, good))));

        world.holder();

        world.stub.instead.put("/certs", Reply.json(200, Map.of("keys", List.of(broken))));
        world.stub.rotate("key-2");
        world.portal.clock().advance(Duration.ofMinutes(10));
        unavailable("none that can be read");
    }

    @ParameterizedTest
    @ValueSource(strings = {DISCOVERY, "/token", "/userinfo", "/certs"})
    void refusesHtmlInsteadOfJson(String endpoint) {
        world.stub.instead.put(endpoint, Reply.html());

        unavailable("with text/html instead of JSON");
    }

    @ParameterizedTest
    @ValueSource(strings = {DISCOVERY, "/token", "/userinfo", "/certs"})
    void givesUpAnAnswerOfTenMegabytes(String endpoint) {
        String body = "{\"x\":\"" + "a".repeat(10_000_000) + "\"}";
        world.stub.instead.put(endpoint, new Reply(200, "application/json", body, Map.of()));

        unavailable("more than 65536 octets");
    }

    @ParameterizedTest
    @ValueSource(strings = {DISCOVERY, "/token", "/userinfo", "/certs"})
    void followsNoRedirect(String endpoint) {
        world.stub.instead.put(
                endpoint, new Reply(307, "text/plain", "", Map.of("Location", world.stub.issuer() + endpoint)));

        unavailable("answered 307");
        assertThat(world.stub.asked(endpoint)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "{", "{\"access_token\":", "[[[[[[[[[[", "\u0000"})
    void refusesBrokenJson(String body) {
        world.stub.instead.put("/token", new Reply(200, "application/json", body, Map.of()));

        unavailable("token endpoint: no JSON object that can be read");
    }

    @Test
    void bearsJsonThatIsNestedWithoutEnd() {
        String body = "{\"a\":".repeat(10_000);
        world.stub.instead.put("/userinfo", new Reply(200, "application/json", body, Map.of()));

        unavailable("userinfo: no JSON object that can be read");
    }

    @Test
    void waitsNoLongerThanItsTimeOutsForOneThatHangs() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            world.with("issuer", "https://localhost:" + silent.getLocalPort())
                    .with("connect-timeout", "PT0.2S")
                    .with("answer-timeout", "PT0.2S");

            unavailable("discovery: ");
        }
    }

    @Test
    void leavesAFailingProviderAloneForAWhile() throws Exception {
        world.holder();
        world.stub.instead.put("/token", new Reply(500, "text/plain", "", Map.of()));
        unavailable("token endpoint: answered 500");
        int asked = world.stub.asked("/token");

        unavailable("failed a moment ago");

        assertThat(world.stub.asked("/token")).isEqualTo(asked);
        world.stub.instead.clear();
        world.portal.clock().advance(Duration.ofSeconds(10));
        world.holder();
    }

    @Test
    void doesNotTakeARefusalForAnOutage() throws Exception {
        world.stub.claims = claims -> claims.claim("nonce", "another");
        world.refused(PscRefusal.UNTRUSTED_ANSWER, "nonce");
        world.stub.claims = claims -> claims;

        world.holder();
    }

    @Test
    void believesAKeyThatIsNewSinceTheLoginBegan() throws Exception {
        world.provider().refresh();
        AttemptSecrets secrets = OidcWorld.secrets();
        Callback callback = world.stub.approve(world.provider().authorizationAddress(secrets, Demand.of(Acr.EIDAS1)));
        world.portal.clock().advance(Duration.ofSeconds(30));

        world.stub.rotate("key-2");

        assertThat(world.provider().judge(callback, secrets, Demand.of(Acr.EIDAS1)))
                .isInstanceOf(Proof.Holder.class);
    }

    @Test
    void keepsAddressesAndKeysWhileTheyCannotBeFetched() throws Exception {
        world.provider().refresh();
        world.stub.instead.put(DISCOVERY, Reply.html());
        world.stub.instead.put("/certs", Reply.html());
        assertThatThrownBy(() -> world.provider().refresh()).isInstanceOf(ProviderUnavailableException.class);

        world.holder();
    }

    @Test
    void asksForKeysOnceHoweverManyForgedTokensCome() throws Exception {
        world.provider().refresh();
        world.portal.clock().advance(Duration.ofSeconds(30));
        RSAKey forger = StubTokens.rsa("forged");
        world.stub.sign = claims -> StubTokens.signed(claims, JWSAlgorithm.RS256, forger);

        for (int i = 0; i < 50; i++) {
            world.refused(PscRefusal.UNTRUSTED_ANSWER, "kid forged");
        }

        assertThat(world.stub.asked("/certs")).isEqualTo(2);
    }

    @Test
    void forgetsAKeyThatTheProviderHasWithdrawn() throws Exception {
        world.holder();
        RSAKey stolen = world.stub.key;
        world.stub.rotate("key-2");
        world.provider().refresh();

        world.stub.sign = claims -> StubTokens.signed(claims, JWSAlgorithm.RS256, stolen);

        world.refused(PscRefusal.UNTRUSTED_ANSWER, "kid key-1");
    }

    @Test
    void trustsNoServerOfAnotherAuthority() throws IOException {
        try (StubProvider elsewhere = new StubProvider(new TestPki("localhost"), world.portal.clock())) {
            world.with("issuer", elsewhere.issuer());

            unavailable("discovery: could not be asked: ");
            assertThat(elsewhere.asked).isEmpty();
        }
    }

    @Test
    void checksTheNameOfTheServer() throws IOException {
        TestPki misnamed = new TestPki("psc.example");
        try (StubProvider elsewhere = new StubProvider(misnamed, world.portal.clock())) {
            world.with("issuer", elsewhere.issuer()).with("trust", misnamed.authorityFile.toString());

            unavailable("No subject alternative DNS name matching localhost");
        }
    }

    @Test
    void refusesADocumentOfAnotherIssuerOrWithoutAnAddress() {
        world.stub.document.put("issuer", "https://evil.example");
        unavailable("names as issuer https://evil.example");
        world.stub.document.put("issuer", world.stub.issuer());
        world.stub.document.put("token_endpoint", "");
        unavailable("has no token_endpoint");
    }

    @Test
    void refusesADocumentThatLeadsToTheOtherWorldOrOutOfTls() {
        world.stub.document.put("token_endpoint", "https://auth.esw.esante.gouv.fr/token");
        unavailable("auth.esw.esante.gouv.fr belongs to PRODUCTION, not to OTHER");
        world.stub.document.put("token_endpoint", "http://localhost/token");
        unavailable("no plain https address");
    }
}

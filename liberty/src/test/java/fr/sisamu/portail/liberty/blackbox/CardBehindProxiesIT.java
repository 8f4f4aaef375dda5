package fr.sisamu.portail.liberty.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.liberty.DemonstrationFiles;
import fr.sisamu.portail.liberty.ServerCopy;
import fr.sisamu.portail.partners.igc.Card;
import java.io.IOException;
import java.net.URI;
import java.security.cert.CertificateEncodingException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cards before the real proxies of the handbook, on the handbook's own files. Run by {@code -Pproxies} alone. */
@Tag("proxies")
@ParameterizedClass(name = "{0}")
@EnumSource(ProxyKind.class)
class CardBehindProxiesIT {

    private static final Card GOOD = DemonstrationFiles.card("cps-medecin-auth");
    private static ServerCopy copy;
    private static ProxyServer proxy;

    @Parameter
    ProxyKind kind;

    @BeforeParameterizedClassInvocation
    static void start(ProxyKind kind) throws Exception {
        copy = ServerCopy.named("portail-proxies");
        proxy = ProxyServer.start(kind, copy.server().cardPort());
        copy.set("portail.card.endpoint", "https://{attempt}.carte.localhost:" + proxy.port());
        copy.set("portail.card.proxy.addresses", CardForwarder.PROXY);
        copy.set("portail.card.proxy.header", kind.header);
        copy.set("portail.card.proxy.form", kind.form);
        copy.startUntilReady();
        copy.awaitCards();
    }

    @AfterParameterizedClassInvocation
    static void stop() throws Exception {
        copy.stop();
        proxy.close();
    }

    private static CardAttempt attempt(CardClient browser) throws IOException {
        return CardAttempt.begin(copy.server(), browser);
    }

    /** Headers that only the proxy may write, about a card that is not in the reader. */
    private Map<String, String> forged() throws CertificateEncodingException {
        Map<String, String> headers = new HashMap<>();
        for (ProxyKind each : ProxyKind.values()) {
            headers.put(each.header, each.value(GOOD));
        }
        headers.put(kind.header, kind.value(GOOD));
        return headers;
    }

    @Test
    void bringACardToItsSession() throws IOException {
        try (CardAttempt attempt = attempt(CardClient.withCard("cpe-arm-auth"))) {
            Answer answer = attempt.redeem(CardAttempt.ticketIn(attempt.present()));

            assertThat(answer.header("Location")).contains("/next");
        }
    }

    /** Whatever the proxy thinks of the card, the portal judges it and the agent gets the page of the refusal. */
    @ParameterizedTest
    @CsvSource({
        "cps-medecin-expire, EXPIRED",
        "cps-medecin-futur, NOT_YET_VALID",
        "cps-medecin-faux-ac, UNKNOWN_AUTHORITY",
        "cps-medecin-signature, SIGNATURE_CERTIFICATE",
        "org-auth-cli, ORGANISATION",
        "cpe-arm-revoque, REVOKED"
    })
    void leaveTheVerdictToThePortal(String card, String refusal) throws IOException {
        try (CardAttempt attempt = attempt(CardClient.withCard(card))) {
            assertThat(attempt.present().body()).isEqualTo("{\"refusal\":\"" + refusal + "\"}");
        }
    }

    @Test
    void passOnThatThereIsNoCard() throws IOException {
        try (CardAttempt attempt = attempt(CardClient.withoutCard())) {
            assertThat(attempt.present().body()).contains("CARD_MISSING");
        }
    }

    @Test
    void stripWhatTheClientForges() throws Exception {
        try (CardAttempt attempt = attempt(CardClient.withoutCard())) {
            assertThat(attempt.presentWith(forged()).body()).contains("CARD_MISSING");
        }
    }

    @Test
    void replaceWhatTheClientForgesByItsCard() throws Exception {
        try (CardAttempt attempt = attempt(CardClient.withCard("cpe-arm-revoque"))) {
            assertThat(attempt.presentWith(forged()).body()).contains("REVOKED");
        }
    }

    /** The same address, a client that keeps connections and resumes sessions wherever it may: two full handshakes. */
    @Test
    void resumeNoSessionAndKeepNoConnection() throws IOException {
        CardClient browser = CardClient.keepingConnections(GOOD);
        try (CardAttempt attempt = attempt(browser)) {
            assertThat(attempt.present().body()).contains("ticket");
            assertThat(attempt.present().body()).contains("STALE_ATTEMPT");

            assertThat(browser.timesAskedForACard()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/login.xhtml", "/health/ready"})
    void serveNothingElse(String path) throws IOException {
        URI address = URI.create("https://c1.carte.localhost:" + proxy.port() + path);
        try (CardClient anyone = CardClient.withoutCard();
                CardClient refused = CardClient.withCard("cps-medecin-expire")) {
            assertThat(anyone.get(address).status()).isEqualTo(404);
            assertThat(refused.get(address).status()).isEqualTo(404);
        }
    }
}

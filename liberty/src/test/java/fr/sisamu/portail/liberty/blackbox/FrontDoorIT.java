package fr.sisamu.portail.liberty.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.liberty.RunningServer;
import java.io.IOException;
import java.util.Map;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a stranger gets from the running portal before anyone has logged in. */
class FrontDoorIT {

    private static final RunningServer SERVER = RunningServer.demonstration();
    private static final CardClient STRANGER = CardClient.withoutCard();

    @AfterAll
    static void hangUp() throws IOException {
        STRANGER.close();
    }

    @Test
    void saysThatItIsReady() throws IOException {
        assertThat(STRANGER.get(SERVER.portal("/health/ready")).status()).isEqualTo(200);
    }

    @Test
    void answersNotFoundForAPathThatNothingServes() throws IOException {
        assertThat(STRANGER.get(SERVER.portal("/no/such/page")).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "Strict-Transport-Security, max-age=",
        "X-Content-Type-Options, nosniff",
        "X-Frame-Options, DENY",
        "Referrer-Policy, strict-origin",
        "Permissions-Policy, camera=()",
        "Cross-Origin-Opener-Policy, same-origin",
        "Content-Security-Policy, default-src 'none'",
        "Cache-Control, no-store"
    })
    void protectsItsPagesByHeaders(String name, String value) throws IOException {
        Answer page = STRANGER.get(SERVER.portal("/login.xhtml"));

        assertThat(page.header(name))
                .hasValueSatisfying(header -> assertThat(header).startsWith(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Server", "X-Powered-By", "Set-Cookie"})
    void keepsFromAPageWhatNobodyNeeds(String name) throws IOException {
        assertThat(STRANGER.get(SERVER.portal("/login.xhtml")).header(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/login.xhtml", "/card/login", "/bandeau/events"})
    void servesNoPageOnTheCardEndpoint(String path) throws IOException {
        assertThat(STRANGER.get(SERVER.card(path)).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "TRACE", "PATCH", "INVENTED"})
    void knowsNoMethodButThoseOfPages(String method) throws IOException {
        Answer answer = STRANGER.send(ClassicRequestBuilder.create(method)
                .setUri(SERVER.portal("/login.xhtml"))
                .build());

        assertThat(answer.status()).isIn(403, 405, 501);
    }

    @Test
    void refusesAFormFromAnotherOrigin() throws IOException {
        Answer answer = STRANGER.post(SERVER.portal("/card/attempt"), "https://evil.example", Map.of());

        assertThat(answer.status()).isEqualTo(403);
    }

    @Test
    void believesNoHeaderThatClaimsToComeFromAProxy() throws IOException {
        Answer answer = STRANGER.send(ClassicRequestBuilder.get(SERVER.portal("/"))
                .addHeader("$WSSN", "evil.example")
                .addHeader("$WSSP", "443")
                .build());

        assertThat(answer.header("Location").orElse("")).doesNotContain("evil.example");
    }
}

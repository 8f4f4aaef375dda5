package fr.sisamu.portail.liberty.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.liberty.PscSimulator;
import fr.sisamu.portail.liberty.RunningServer;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the addresses of the way by Pro Santé Connect answer to browsers, servers and strangers. */
class PscWayIT {

    private static final RunningServer SERVER = RunningServer.demonstration();
    private static final PscSimulator SIMULATOR = new PscSimulator(SERVER);
    private static final String DOCTOR = "899999000013";

    @AfterEach
    void mend() throws IOException {
        SIMULATOR.mend();
    }

    @Test
    void letsWhoeverIsProvenIn() throws IOException {
        try (PscJourney agent = new PscJourney(SERVER)) {
            assertThat(agent.toTheFirstPage(DOCTOR)).contains("Camille Factice");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "899999000054,NO_ACCOUNT",
        "ANS20260000001,NO_ACCOUNT",
        "899999000062,ACCOUNT_CLOSED",
        "3999990005/ARM0051,CONFLICT",
        "899999000096,NO_IDENTIFIER"
    })
    void refusesWhoeverHasNoPlaceHere(String identifier, String reason) throws IOException {
        try (PscJourney stranger = new PscJourney(SERVER)) {
            assertThat(stranger.logIn(identifier)).isEqualTo("/psc-refused.xhtml");
            assertThat(stranger.refusal().reason()).isEqualTo(reason);
        }
    }

    /** An answer that another browser brings: login CSRF, or a stolen address. */
    @Test
    void letsNoOtherBrowserUseAnAnswer() throws IOException {
        try (PscJourney agent = new PscJourney(SERVER);
                PscJourney thief = new PscJourney(SERVER)) {
            thief.depart();
            URI back = agent.decide(agent.depart(), DOCTOR, "APPROVE");

            assertThat(thief.arrive(back)).isEqualTo("/psc-refused.xhtml");
            assertThat(thief.refusal().reason()).isEqualTo("STALE_ATTEMPT");
            assertThat(agent.arrive(back)).as("and the agent is not shut out").isEqualTo("/next");
        }
    }

    @Test
    void takesAnAnswerBroughtTwiceForNoNews() throws IOException {
        try (PscJourney agent = new PscJourney(SERVER)) {
            URI back = agent.decide(agent.depart(), DOCTOR, "APPROVE");
            agent.arrive(back);

            assertThat(agent.arrive(back)).isEqualTo("/next");
            assertThat(agent.get("/profile.xhtml").status()).isEqualTo(200);
        }
    }

    @Test
    void finishesEachTabForItself() throws IOException {
        try (PscJourney agent = new PscJourney(SERVER)) {
            URI first = agent.depart();
            URI second = agent.depart();

            assertThat(agent.arrive(agent.decide(second, DOCTOR, "APPROVE"))).isEqualTo("/next");
            assertThat(agent.arrive(agent.pass(first))).isEqualTo("/next");
        }
    }

    @ParameterizedTest
    @CsvSource({"REFUSE,DENIED", "EXPIRE,PROVIDER_ERROR"})
    void saysWhatTheTelephoneSaid(String decision, String reason) throws IOException {
        try (PscJourney agent = new PscJourney(SERVER)) {
            assertThat(agent.arrive(agent.decide(agent.depart(), DOCTOR, decision)))
                    .isEqualTo("/psc-refused.xhtml");
            assertThat(agent.refusal().reason()).isEqualTo(reason);
        }
    }

    @Test
    void logsOutAtBothAndAsksTheTelephoneAgain() throws IOException {
        try (PscJourney agent = new PscJourney(SERVER)) {
            agent.toTheFirstPage(DOCTOR);
            URI endSession = PscJourney.onward(agent.logOut());
            assertThat(agent.get("/profile.xhtml").status()).as("out already").isEqualTo(303);

            URI back = agent.pass(endSession);
            assertThat(agent.arrive(back)).isEqualTo("/login.xhtml?note=LOGGED_OUT_EVERYWHERE");
            assertThat(agent.get(agent.depart().toString()).body()).contains("identifier");
        }
    }

    /** The session here has ended by itself, and the provider still knows who was there. */
    @Test
    void asksTheTelephoneAgainAfterASessionThatNobodyLoggedOutOf() throws IOException {
        try (PscJourney agent = new PscJourney(SERVER)) {
            agent.toTheFirstPage(DOCTOR);
            assertThat(agent.pass(agent.depart()).getPath())
                    .as("while it is open")
                    .endsWith("/retour");
            agent.loseTheSession();

            URI asked = agent.depart();
            assertThat(asked.getRawQuery()).contains("prompt=login", "max_age=0");
            assertThat(agent.arrive(agent.decide(asked, DOCTOR, "APPROVE"))).isEqualTo("/next");
        }
    }

    @Test
    void endsALoginThatTheProviderKeptOpenAgainstItsWill() throws IOException {
        try (PscJourney agent = new PscJourney(SERVER)) {
            agent.toTheFirstPage(DOCTOR);
            agent.loseTheSession();
            SIMULATOR.spoilNextLogin("OLD_LOGIN");

            URI endSession = URI.create(agent.arrive(agent.decide(agent.depart(), DOCTOR, "APPROVE")));
            assertThat(endSession.getRawQuery()).contains("id_token_hint");
            assertThat(agent.get("/profile.xhtml").status()).as("nobody is in").isEqualTo(303);
            assertThat(agent.arrive(agent.pass(endSession))).isEqualTo("/psc-refused.xhtml");
            assertThat(agent.refusal().reason()).isEqualTo("NOT_FRESH");

            SIMULATOR.mend();
            assertThat(agent.depart().getRawQuery()).doesNotContain("prompt");
            assertThat(agent.logIn(DOCTOR)).isEqualTo("/next");
        }
    }

    @Test
    void believesNoReturnFromALogOutThatItDidNotSend() throws IOException {
        try (PscJourney stranger = new PscJourney(SERVER)) {
            for (String state : new String[] {"", "?state=", "?state=a.b", "?state=" + "x".repeat(5000)}) {
                assertThat(stranger.get("/prosanteconnect/parti" + state).header("Location"))
                        .contains("/login.xhtml");
            }
        }
    }

    @Test
    void endsTheSessionWhenTheProviderSaysSo() throws IOException {
        try (PscJourney agent = new PscJourney(SERVER)) {
            agent.toTheFirstPage(DOCTOR);
            assertThat(SIMULATOR.turn("BACK_CHANNEL_LOGOUT")).contains("200");

            assertThat(agent.get("/profile.xhtml").status()).isEqualTo(303);
        }
    }

    @Test
    void believesNoOneElseWhoPostsALogOut() throws IOException {
        URI address = SERVER.portal("/prosanteconnect/backchannel-logout");
        try (CardClient stranger = CardClient.withoutCard()) {
            for (String token : new String[] {"", "x", "eyJhbGciOiJub25lIn0.e30.", "a".repeat(15_000)}) {
                Answer answer = stranger.send(ClassicRequestBuilder.post(address)
                        .addParameter("logout_token", token)
                        .build());
                assertThat(answer.status()).isEqualTo(400);
                assertThat(answer.header("Cache-Control")).contains("no-store");
            }
            assertThat(stranger.send(ClassicRequestBuilder.post(address)
                                    .addParameter("logout_token", "a".repeat(20_000))
                                    .build())
                            .status())
                    .as("more than any token")
                    .isEqualTo(400);
            assertThat(stranger.send(ClassicRequestBuilder.post(address)
                                    .setEntity("logout_token=x", ContentType.TEXT_PLAIN)
                                    .build())
                            .status())
                    .isEqualTo(400);
        }
    }

    @Test
    void beginsNothingForAnotherSite() throws IOException {
        try (CardClient victim = CardClient.withoutCard()) {
            Answer answer = victim.post(SERVER.portal("/prosanteconnect/depart"), "https://evil.example", Map.of());

            assertThat(answer.status()).isEqualTo(403);
            assertThat(victim.cookie("__Host-psc")).isEmpty();
        }
    }

    @Test
    void bearsWhateverComesBack() throws IOException {
        try (PscJourney stranger = new PscJourney(SERVER)) {
            for (String query : new String[] {"", "?state=x&code=y", "?state=a&state=b", "?code=" + "c".repeat(6000)}) {
                assertThat(stranger.arrive(SERVER.portal("/prosanteconnect/retour" + query)))
                        .isEqualTo("/psc-refused.xhtml");
                assertThat(stranger.refusal().reason()).isEqualTo("STALE_ATTEMPT");
            }
        }
    }

    /** The reason comes from the portal's own cookie, and without one there is nothing to show. */
    @Test
    void showsNobodyARefusalThatDidNotHappen() throws IOException {
        try (PscJourney stranger = new PscJourney(SERVER)) {
            assertThat(stranger.get("/psc-refused.xhtml?reason=ACCOUNT_CLOSED&code=ABCD-1234")
                            .header("Location"))
                    .contains("/login.xhtml");
        }
    }
}

package fr.sisamu.portail.liberty.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.liberty.RunningServer;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;
import org.junit.jupiter.api.Test;

/** The ticket works once, for the browser that clicked and showed the card, and for nobody else. */
class CardTicketIT {

    private static final RunningServer SERVER = RunningServer.demonstration();
    private static final String REFUSED = "/card-refused.xhtml?notice=TICKET_REFUSED";
    private static final String CARD = "cpe-arm-auth";

    @Test
    void opensASessionUnderAFreshToken() throws IOException {
        try (CardAttempt attempt = CardAttempt.begin(SERVER, CardClient.withCard(CARD))) {
            Answer answer = attempt.redeem(CardAttempt.ticketIn(attempt.present()));

            assertThat(answer.header("Location")).contains("/next");
            assertThat(cookies(answer))
                    .anyMatch(cookie ->
                            cookie.matches("__Host-session=[A-Za-z0-9_-]{43}; Path=/; Secure; HttpOnly; SameSite=Lax"));
            assertThat(cookies(answer)).noneMatch(cookie -> cookie.startsWith("Ltpa") || cookie.startsWith("JSESSION"));
        }
    }

    @Test
    void worksOnce() throws IOException {
        try (CardAttempt attempt = CardAttempt.begin(SERVER, CardClient.withCard(CARD))) {
            String ticket = CardAttempt.ticketIn(attempt.present());
            attempt.redeem(ticket);

            assertThat(attempt.redeem(ticket).header("Location")).contains(REFUSED);
        }
    }

    @Test
    void isWorthNothingInAnotherBrowser() throws IOException {
        try (CardAttempt mine = CardAttempt.begin(SERVER, CardClient.withCard(CARD));
                CardClient thief = CardClient.withoutCard();
                CardAttempt his = CardAttempt.begin(SERVER, thief)) {
            String ticket = CardAttempt.ticketIn(mine.present());

            assertThat(his.redeem(thief, ticket).header("Location")).contains(REFUSED);
            assertThat(mine.redeem(ticket).header("Location")).contains("/next");
        }
    }

    @Test
    void isWonByExactlyOneOfTwentyRequestsAtOnce() throws Exception {
        ExecutorService requests = Executors.newFixedThreadPool(20);
        try (CardAttempt attempt = CardAttempt.begin(SERVER, CardClient.withCard(CARD))) {
            String ticket = CardAttempt.ticketIn(attempt.present());
            List<Callable<Answer>> all = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                all.add(() -> attempt.redeem(ticket));
            }

            int won = 0;
            for (Future<Answer> answer : requests.invokeAll(all)) {
                won += answer.get().header("Location").orElse("").equals("/next") ? 1 : 0;
            }
            // The cookie of the attempt goes with the first win, so a later request may lack it: none may win twice.
            assertThat(won).isEqualTo(1);
        } finally {
            requests.shutdownNow();
        }
    }

    @Test
    void isNotGivenForANonceUsedBefore() throws IOException {
        try (CardAttempt attempt = CardAttempt.begin(SERVER, CardClient.withCard(CARD))) {
            attempt.present();

            assertThat(attempt.present().body()).contains("STALE_ATTEMPT");
        }
    }

    @Test
    void isNotGivenToAPageOfAnotherSite() throws IOException {
        try (CardClient victim = CardClient.withCard(CARD);
                CardAttempt attempt = CardAttempt.begin(SERVER)) {
            assertThat(attempt.present(victim, "https://evil.example").status()).isEqualTo(403);
        }
    }

    /** The attacker's own attempt, shown the colleague's card: its ticket goes to the colleague, the cookie is here. */
    @Test
    void doesNotLetAnAttackerInWithALuredColleaguesCard() throws IOException {
        try (CardClient colleague = CardClient.withCard(CARD);
                CardAttempt attackers = CardAttempt.begin(SERVER)) {
            String ticket = CardAttempt.ticketIn(attackers.present(colleague, SERVER.origin()));

            Answer answer = colleague.post(SERVER.portal("/card/login"), SERVER.origin(), Map.of("ticket", ticket));
            assertThat(answer.header("Location")).contains(REFUSED);
        }
    }

    @Test
    void travelsByRedirectsWithoutAnyScript() throws IOException {
        try (CardClient browser = CardClient.withCard(CARD)) {
            Answer click = browser.post(SERVER.portal("/card/attempt"), SERVER.origin(), Map.of());
            assertThat(click.status()).isEqualTo(307);
            Answer shown = browser.post(URI.create(click.header("Location").orElseThrow()), SERVER.origin(), Map.of());
            assertThat(shown.status()).isEqualTo(303);
            Answer back = browser.send(
                    ClassicRequestBuilder.get(shown.header("Location").orElseThrow())
                            .build());

            assertThat(back.header("Location")).contains("/next");
            assertThat(browser.get(SERVER.portal("/next")).header("Location")).contains("/phone.xhtml");
        }
    }

    @Test
    void isNotGivenToAClientThatResumesTheSessionOfARemovedCard() throws IOException {
        try (CardClient browser = CardClient.withCard(CARD);
                CardAttempt first = CardAttempt.begin(SERVER, browser)) {
            assertThat(first.present().body()).contains("ticket");
            browser.removeCard();
            try (CardAttempt second = CardAttempt.begin(SERVER, browser)) {
                assertThat(second.present().body()).contains("CARD_MISSING");
            }
        }
    }

    private static List<String> cookies(Answer answer) {
        return answer.headers().stream()
                .filter(header -> header.getName().equalsIgnoreCase("Set-Cookie"))
                .map(Header::getValue)
                .toList();
    }
}

package fr.sisamu.portail.liberty.browser;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.liberty.DemonstrationFiles;
import fr.sisamu.portail.liberty.RunningServer;
import fr.sisamu.portail.liberty.blackbox.CardForwarder;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each refusal has its own page, with what to do now and a support code; and the next attempt works. */
@ExtendWith(ClosesBrowsers.class)
class CardRefusedPageIT {

    private static final RunningServer SERVER = RunningServer.demonstration();

    /** Every refusal that the rules know, and a card that meets it. */
    private static final Map<String, String> CARDS = Map.ofEntries(
            Map.entry("UNKNOWN_AUTHORITY", "cps-medecin-faux-ac"),
            Map.entry("EXPIRED", "cps-medecin-expire"),
            Map.entry("NOT_YET_VALID", "cps-medecin-futur"),
            Map.entry("SIGNATURE_CERTIFICATE", "cps-medecin-signature"),
            Map.entry("NOT_FOR_LOGIN", "ocsp-fo-pp"),
            Map.entry("ORGANISATION", "org-auth-cli"),
            Map.entry("WRONG_ENVIRONMENT", "cps-medecin-production"),
            Map.entry("UNREADABLE", "cps-deux-cn"),
            Map.entry("SERVICE_CARD", "cpe-service-auth"),
            Map.entry("REVOKED", "cps-medecin-revoque"),
            Map.entry("NO_ACCOUNT", "cps-sans-compte"),
            Map.entry("ACCOUNT_CLOSED", "cps-compte-ferme"));

    private static final Set<String> OF_THE_ACCOUNT = Set.of("NO_ACCOUNT", "ACCOUNT_CLOSED");

    @Test
    void explainsEachRefusalInItsOwnWords() throws Exception {
        Browser browser = Browser.withoutCard().open();
        Set<String> titles = new HashSet<>();
        for (Map.Entry<String, String> refusal : CARDS.entrySet()) {
            refuse(browser, refusal.getValue());
            browser.screenshot("refused-" + refusal.getKey());

            assertThat(browser.text(".support-code")).matches("[0-9A-Z]{4}-[0-9A-Z]{4}");
            assertThat(browser.shows("#other-ways"))
                    .as("another way in than " + refusal)
                    .isNotEqualTo(OF_THE_ACCOUNT.contains(refusal.getKey()));
            assertThat(titles.add(browser.text("h1")))
                    .as("the words of " + refusal)
                    .isTrue();
            browser.assertAccessible();
            browser.assertQuiet();
        }
    }

    @Test
    void speaksEnglishAndFitsASmallDarkScreen() throws Exception {
        Browser browser = Browser.withoutCard().english().small().dark().open();
        refuse(browser, "cps-medecin-revoque");
        browser.screenshot("refused-REVOKED-small-dark-english");

        assertThat(browser.find("html").getAttribute("lang")).isEqualTo("en");
        browser.assertAccessible();
    }

    @Test
    void saysThatNoCardWasRead() {
        Browser browser = Browser.withoutCard().open();
        new Post(browser).comeInByCard();
        browser.awaitPage("/card-refused.xhtml");
        browser.screenshot("refused-CARD_MISSING");

        assertThat(browser.text(".support-code")).isNotBlank();
        browser.assertAccessible();
        browser.assertQuiet();
    }

    /** A browser remembers « no card » for a host name; the next attempt has another name. */
    @ParameterizedTest
    @EnumSource(Make.class)
    void letsTheRetrySucceedOnceTheCardIsPutIn(Make make) {
        Browser browser = Browser.withoutCard().in(make).open();
        new Post(browser).comeInByCard();
        browser.awaitPage("/card-refused.xhtml");
        browser.putCardIn("cpe-arm-auth");
        browser.click("#retry");

        browser.awaitPage("/phone.xhtml");
    }

    @Test
    void tellsOfAConnectionThatWasCutAndLetsTheRetrySucceedOnceItIsMended() throws Exception {
        try (CardLine line = CardLine.cutBefore(SERVER.cardPort())) {
            Browser browser = Browser.withCard("cpe-arm-auth")
                    .in(Make.CHROMIUM)
                    .through(line)
                    .open();
            new Post(browser).comeInByCard();
            browser.awaitPage("/card-refused.xhtml");
            browser.screenshot("refused-CONNECTION_CUT");

            assertThat(line.cuts()).as("connections cut").isPositive();
            assertThat(browser.address().getQuery()).contains("notice=CONNECTION_CUT");
            assertThat(browser.text(".support-code")).matches("[0-9A-Z]{4}-[0-9A-Z]{4}");
            browser.assertAccessible();

            line.mend();
            browser.click("#retry");
            browser.awaitPage("/phone.xhtml");
        }
    }

    @Test
    void explainsTheOtherEndsOfAnAttempt() {
        Browser browser = Browser.withoutCard().open();
        for (String notice : List.of("STALE_ATTEMPT", "TICKET_REFUSED")) {
            browser.go(SERVER.portal("/card-refused.xhtml?notice=" + notice));
            browser.screenshot("refused-" + notice);

            assertThat(browser.text("h1")).isNotBlank();
            browser.assertAccessible();
            browser.assertQuiet();
        }
    }

    /** The browser clicks; the card, which no browser would show, comes by the proxy that verifies nothing. */
    private static void refuse(Browser browser, String card) throws Exception {
        browser.go(SERVER.portal("/login.xhtml"));
        Map<?, ?> attempt = (Map<?, ?>) browser.driver()
                .executeAsyncScript("fetch('/card/attempt', {method: 'POST', headers: {Accept: 'application/json'}})"
                        + ".then(answer => answer.json()).then(arguments[0])");
        CardForwarder.forward(
                SERVER, attempt.get("url").toString(), attempt.get("nonce").toString(), DemonstrationFiles.card(card));
        browser.go(SERVER.portal("/card-refused.xhtml"));
    }
}

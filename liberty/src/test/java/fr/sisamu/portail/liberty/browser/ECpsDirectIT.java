package fr.sisamu.portail.liberty.browser;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.liberty.PscSimulator;
import fr.sisamu.portail.liberty.RunningServer;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An e-CPS asked from a page of the portal (CIBA): the same two digits on both, a way out, with and without a script. */
@ExtendWith(ClosesBrowsers.class)
class ECpsDirectIT {

    private static final RunningServer SERVER = RunningServer.demonstration();
    private static final PscSimulator SIMULATOR = new PscSimulator(SERVER);
    private static final Pattern REQUEST =
            Pattern.compile("class=\"digits\">(\\d\\d)<.*?name=\"id\" value=\"([^\"]+)\"", Pattern.DOTALL);
    private static final String RPPS = "899999000021";

    @AfterEach
    void mend() throws IOException {
        SIMULATOR.mend();
    }

    @Test
    void showsTheSameDigitsAndLetsInWhoeverApproves() throws IOException {
        Browser browser = Browser.withoutCard().open();
        browser.go(SERVER.portal("/login.xhtml"));
        browser.click("#direct");
        browser.awaitPage("/psc-direct.xhtml");
        browser.type("#identifier", "8999 ?");
        browser.click("#validate");
        assertThat(browser.text("#refusal")).contains("11 chiffres");
        browser.look("psc-direct");

        ask(browser, RPPS);
        Matcher request = pending(browser);
        assertThat(request.group(1)).isEqualTo(browser.text("#digits"));
        hold(browser);
        browser.look("psc-direct-waiting");

        SIMULATOR.decide(request.group(2), "APPROVE");
        browser.go(SERVER.portal("/psc-direct.xhtml"));
        browser.awaitPage("/phone.xhtml");
    }

    @Test
    void goesOnByItselfWithoutAScript() throws IOException {
        Browser browser = Browser.withoutCard().withoutScript().english().open();
        browser.go(SERVER.portal("/psc-direct.xhtml"));
        ask(browser, RPPS);
        SIMULATOR.decide(pending(browser).group(2), "APPROVE");

        browser.awaitPage("/phone.xhtml");
    }

    @Test
    void explainsARefusalAndLetsTheAgentGiveUp() throws IOException {
        Browser browser = Browser.withoutCard().open();
        browser.go(SERVER.portal("/psc-direct.xhtml"));
        ask(browser, RPPS);
        SIMULATOR.decide(pending(browser).group(2), "REFUSE");
        browser.awaitPage("/psc-refused.xhtml");
        assertThat(browser.text("h1")).contains("refusée");

        browser.go(SERVER.portal("/psc-direct.xhtml"));
        ask(browser, RPPS);
        String abandoned = pending(browser).group(2);
        browser.click("#cancel");
        browser.awaitPage("/login.xhtml");
        SIMULATOR.decide(abandoned, "APPROVE");
        browser.go(SERVER.portal("/psc-direct.xhtml"));
        assertThat(browser.find("#identifier").isDisplayed())
                .as("an answer too late")
                .isTrue();
    }

    private static void ask(Browser browser, String identifier) {
        browser.type("#identifier", identifier);
        browser.click("#validate");
        browser.find("#digits");
    }

    /** The page looks again every two seconds; whoever looks at it wants it to stand. */
    private static void hold(Browser browser) {
        browser.driver().executeScript("window.stop()");
    }

    /** The request with these digits on everybody's e-CPS. */
    private static Matcher pending(Browser browser) throws IOException {
        String digits = browser.text("#digits");
        Matcher request = REQUEST.matcher(SIMULATOR.telephone());
        while (request.find()) {
            if (request.group(1).equals(digits)) {
                return request;
            }
        }
        throw new AssertionError("no request with the digits " + digits + " on the e-CPS");
    }
}

package fr.sisamu.portail.liberty.browser;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.liberty.PscSimulator;
import fr.sisamu.portail.liberty.RunningServer;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.WindowType;

/** « Se connecter via Pro Santé Connect » and « Obtenir une carte e-CPS » of the user's guide, and what can go wrong. */
@ExtendWith(ClosesBrowsers.class)
class GuidePscIT {

    private static final RunningServer SERVER = RunningServer.demonstration();
    private static final PscSimulator SIMULATOR = new PscSimulator(SERVER);
    private static final String RPPS = "899999000013";
    private static final String ON_E_CPS = "button[value=APPROVE]";

    @AfterEach
    void mend() throws IOException {
        SIMULATOR.mend();
    }

    @Test
    void logsInByRppsThenAtOnceThenOutAtBoth() {
        Browser browser = Browser.withoutCard().open();
        leave(browser);
        identify(browser, RPPS);
        browser.click(ON_E_CPS);
        toTheBandeau(browser);
        assertThat(browser.text("#agent")).isEqualTo("Camille Factice");
        assertThat(browser.text(".band")).contains("Pro Santé Connect").contains("authentification forte");
        browser.look("bandeau-psc");

        leave(browser);
        browser.awaitPage("/profile.xhtml");
        toTheBandeau(browser);

        new Post(browser).logOut();
        assertThat(browser.text(".note")).contains("Pro Santé Connect");
        browser.look("login-logged-out-psc");
        leave(browser);
        assertThat(browser.find("#identifier").isDisplayed())
                .as("the telephone is asked again")
                .isTrue();
    }

    /** On a shared post: the first one's session has ended by itself, and the provider still knows them. */
    @Test
    void asksTheNextOneAtThePostWhoTheyAre() {
        Browser browser = Browser.withoutCard().open();
        leave(browser);
        identify(browser, RPPS);
        browser.click(ON_E_CPS);
        browser.awaitPage("/profile.xhtml");
        browser.driver().manage().deleteCookieNamed("__Host-session");

        leave(browser);
        identify(browser, RPPS);
        browser.click(ON_E_CPS);
        browser.awaitPage("/profile.xhtml");
        assertThat(browser.text("#who")).isEqualTo("Camille Factice");
        browser.look("profile-who");

        browser.click("#not-me");
        browser.awaitPage("/login.xhtml");
        assertThat(browser.text(".note")).contains("Pro Santé Connect");
    }

    @Test
    void tellsTheBandeauThatTheProviderEndedTheSession() throws IOException {
        Browser browser = Browser.withoutCard().open();
        leave(browser);
        identify(browser, RPPS);
        browser.click(ON_E_CPS);
        toTheBandeau(browser);
        SIMULATOR.turn("BACK_CHANNEL_LOGOUT");

        assertThat(browser.text("[data-notices] .note")).contains("Pro Santé Connect");
        browser.look("bandeau-provider-logout");
    }

    @Test
    void goesWithoutAScript() {
        Browser browser = Browser.withoutCard().withoutScript().open();
        leave(browser);
        identify(browser, RPPS);
        browser.click(ON_E_CPS);
        browser.awaitPage("/profile.xhtml");
        browser.assertQuiet();
    }

    @Test
    void finishesTwoTabsAndBearsBackAndReload() {
        // Firefox has no way back to the provider's answers to forms: it shows a page of its own there.
        Browser browser = Browser.withoutCard().in(Make.CHROMIUM).open();
        leave(browser);
        browser.find("#identifier");
        String first = browser.driver().getWindowHandle();
        browser.driver().switchTo().newWindow(WindowType.TAB);
        leave(browser);
        identify(browser, RPPS);
        browser.click(ON_E_CPS);
        browser.awaitPage("/profile.xhtml");

        browser.driver().switchTo().window(first);
        identify(browser, RPPS);
        browser.click(ON_E_CPS);
        toTheBandeau(browser);
        browser.driver().navigate().refresh();
        browser.awaitPage("/bandeau.xhtml");
        browser.driver().navigate().back();
        browser.driver().navigate().back();
        browser.go(SERVER.portal("/next"));
        browser.awaitPage("/bandeau.xhtml");
    }

    @Test
    void explainsARefusalOnTheTelephoneAndTriesAgain() {
        Browser browser = Browser.withoutCard().open();
        leave(browser);
        identify(browser, RPPS);
        browser.click("button[value=REFUSE]");
        browser.awaitPage("/psc-refused.xhtml");
        assertThat(browser.text("h1")).contains("refusée");
        assertThat(browser.text(".support-code")).matches("[0-9A-Z]{4}-[0-9A-Z]{4}");
        browser.look("psc-refused-DENIED");

        browser.click("#retry");
        identify(browser, RPPS);
        browser.click("button[value=EXPIRE]");
        browser.awaitPage("/psc-refused.xhtml");
        browser.look("psc-refused-expired");
        browser.click("#otp");
        browser.awaitPage("/otp.xhtml");
    }

    @Test
    void explainsInEnglishWhoHasNoAccount() {
        Browser browser = Browser.withoutCard().english().open();
        leave(browser);
        identify(browser, "899999000054");
        browser.click(ON_E_CPS);
        browser.awaitPage("/psc-refused.xhtml");
        assertThat(browser.text("h1")).contains("no account");
        browser.look("psc-refused-NO_ACCOUNT-english");
    }

    @Test
    void explainsAConflictAndAnAnswerThatIsNotToBeTrusted() throws IOException {
        Browser browser = Browser.withoutCard().open();
        leave(browser);
        identify(browser, "3999990005/ARM0051");
        browser.click(ON_E_CPS);
        browser.awaitPage("/psc-refused.xhtml");
        browser.look("psc-refused-CONFLICT");

        for (String fault : new String[] {"CLOCK_AHEAD", "WRONG_NONCE"}) {
            String before = browser.text(".support-code");
            SIMULATOR.spoilNextLogin(fault);
            browser.click("#retry");
            browser.awaitOther(".support-code", before);
            browser.awaitPage("/psc-refused.xhtml");
            browser.screenshot("psc-refused-" + fault);
            browser.assertAccessible();
        }
    }

    @Test
    void goesOnByTheOtherWaysWhenTheProviderIsDown() throws IOException {
        Browser browser = Browser.withCard("cps-medecin-auth").open();
        browser.go(SERVER.portal("/login.xhtml"));
        SIMULATOR.behave("FAIL");
        state(browser, "UNAVAILABLE");
        assertThat(browser.text("[data-way=psc]")).contains("utilisez votre carte");
        browser.look("login-psc-down");

        browser.click("#card");
        browser.awaitPage("/profile.xhtml");
        new Post(browser).chooseProfile("Médecin coordonnateur", "SAMU 77");
        new Post(browser).logOut();

        SIMULATOR.mend();
        state(browser, "AVAILABLE");
    }

    @Test
    void tellsHowToObtainAnECps() {
        for (boolean english : new boolean[] {false, true}) {
            Browser browser = english
                    ? Browser.withoutCard().english().open()
                    : Browser.withoutCard().open();
            browser.go(SERVER.portal("/login.xhtml"));
            browser.look("login-three-ways" + (english ? "-english" : ""));
            browser.click("#obtain");
            browser.awaitPage("/e-cps.xhtml");
            assertThat(browser.find("#wallet").getAttribute("href")).startsWith("https://wallet.");
            assertThat(browser.find("#wallet").getAttribute("rel")).contains("noopener");
            browser.look("e-cps" + (english ? "-english" : ""));
        }
    }

    private static void leave(Browser browser) {
        browser.go(SERVER.portal("/login.xhtml"));
        browser.click("#psc");
    }

    private static void identify(Browser browser, String identifier) {
        browser.type("#identifier", identifier);
        browser.click("button.first");
    }

    private static void toTheBandeau(Browser browser) {
        new Post(browser).chooseProfile("Médecin coordonnateur", "SAMU 77");
        browser.awaitPage("/bandeau.xhtml");
    }

    private static void state(Browser browser, String expected) {
        browser.await(Duration.ofSeconds(30))
                .until(page -> browser.shows("[data-way=psc][data-state=" + expected + "]"));
    }
}

package fr.sisamu.portail.liberty.browser;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.liberty.Outbox;
import fr.sisamu.portail.liberty.RunningServer;
import fr.sisamu.portail.liberty.blackbox.CredentialSetup;
import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.WindowType;

/** A login by code in a browser that its agent does not use as one should, and in English. */
@ExtendWith(ClosesBrowsers.class)
class OtpTabsIT {

    private static final RunningServer SERVER = RunningServer.demonstration();
    private static final Outbox OUTBOX = new Outbox(SERVER);
    private static final String AGENT = "malik.factice";
    private static final String PASSWORD = "un vieux tracteur bleu sans roues";
    private static final String NUMBER = "+33612345683";

    @BeforeAll
    static void setCredentials() throws IOException {
        CredentialSetup.by(SERVER, "cps-injection-auth", PASSWORD, NUMBER, "malik@chu.example");
    }

    @Test
    void sendsNothingTwiceAndBreaksNothingByReloadBackOrASecondTab() {
        Browser browser = Browser.withoutCard().open();
        OtpSteps steps = new OtpSteps(browser);
        int before = OUTBOX.count(NUMBER);
        long codes = OUTBOX.countCodes(NUMBER);
        steps.claim(AGENT, PASSWORD);
        browser.awaitPage("/otp-code.xhtml");
        String code = OUTBOX.nextCode(NUMBER, before);

        browser.driver().navigate().refresh();
        browser.find("#code");
        browser.driver().navigate().back();
        browser.awaitPage("/otp.xhtml");
        browser.driver().navigate().forward();
        browser.find("#code");
        String first = browser.driver().getWindowHandle();
        browser.driver().switchTo().newWindow(WindowType.TAB);
        steps.claim(AGENT, PASSWORD);
        browser.awaitPage("/otp-code.xhtml");
        assertThat(OUTBOX.countCodes(NUMBER)).as("codes sent").isEqualTo(codes + 1);

        browser.type("#code", code);
        browser.click("#validate");
        browser.awaitPage("/phone.xhtml");
        browser.driver().switchTo().window(first);
        browser.type("#code", code);
        browser.click("#validate");
        browser.awaitPage("/phone.xhtml");
        browser.assertQuiet();
        new Post(browser).linkPhone("6101");
        browser.awaitPage("/bandeau.xhtml");
        new Post(browser).logOut();
    }

    @Test
    void speaksEnglishOnEveryPage() {
        Browser browser = Browser.withCard("cps-injection-auth").english().open();
        OtpSteps steps = new OtpSteps(browser);
        new Post(browser).workOn("6102");
        steps.menu("channels", "/channels.xhtml");
        look(browser, "channels-english");
        browser.click("#back");
        steps.menu("password", "/password.xhtml");
        look(browser, "password-english");
        browser.go(SERVER.portal("/bandeau.xhtml"));
        new Post(browser).logOut();

        steps.claim(AGENT, "not the password at all");
        browser.find("#refusal");
        look(browser, "otp-english");
        steps.claim(AGENT, PASSWORD);
        browser.awaitPage("/otp-code.xhtml");
        look(browser, "otp-code-english");
        browser.click("#cancel");
        browser.awaitPage("/login.xhtml");

        browser.go(SERVER.portal("/forgotten.xhtml"));
        look(browser, "forgotten-english");
        int before = OUTBOX.count(NUMBER);
        browser.type("#identifier", AGENT);
        browser.click("#begin");
        browser.find("#code");
        look(browser, "forgotten-code-english");
        browser.type("#code", OUTBOX.nextCode(NUMBER, before));
        browser.click("#answer");
        browser.find("#again");
        look(browser, "forgotten-choose-english");
    }

    private static void look(Browser browser, String name) {
        assertThat(browser.find("html").getAttribute("lang")).isEqualTo("en");
        browser.look(name);
    }
}

package fr.sisamu.portail.liberty.browser;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.liberty.Outbox;
import fr.sisamu.portail.liberty.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * « Paramétrer les canaux OTP », « Se connecter via OTP » and « Mot de passe oublié » of the user's guide, in French, in one
 * story: what the first part sets, the others use.
 */
@ExtendWith(ClosesBrowsers.class)
class GuideOtpIT {

    private static final RunningServer SERVER = RunningServer.demonstration();
    private static final Outbox OUTBOX = new Outbox(SERVER);
    private static final String NUMBER = "+33612345678";
    private static final String ADDRESS = "camille@chu.example";
    private static final String PASSWORD = "quatre chevaux mangent la lune";
    private static final String NEW_PASSWORD = "un vieux tracteur bleu sans roues";

    @Test
    void setsTheChannelsAndThePasswordThenLogsInAndRecovers() {
        Browser browser = Browser.withCard("cps-medecin-auth").open();
        Post post = new Post(browser);
        post.comeInByCard();
        post.chooseProfile("Médecin coordonnateur", "SAMU 77");
        browser.awaitPage("/bandeau.xhtml");
        browser.look("bandeau-first-login");
        assertThat(browser.shows("#first-login")).isTrue();

        setChannels(browser);
        setPassword(browser);
        assertThat(browser.shows("#first-login")).as("the checklist is done").isFalse();
        post.logOut();

        logIn(browser, PASSWORD, NUMBER);
        assertThat(browser.text("#agent")).isEqualTo("Camille Factice");
        assertThat(browser.text(".band")).contains("deux facteurs");
        browser.look("bandeau-otp");
        post.logOut();

        recover(browser);
        logIn(browser, NEW_PASSWORD, ADDRESS);
        assertThat(browser.text(".band"))
                .as("the channel that recovered gives no code")
                .contains("deux étapes");
        browser.assertQuiet();
        post.logOut();
    }

    private static void setChannels(Browser browser) {
        browser.click("#menu");
        browser.click("#menu-channels");
        browser.awaitPage("/channels.xhtml");
        browser.look("channels");
        OtpSteps steps = new OtpSteps(browser);
        steps.test("SMS", "01 42 68 53 00");
        assertThat(browser.text("#problem-SMS")).contains("portable");
        int before = OUTBOX.count(NUMBER);
        steps.test("SMS", "06 12 34 56 78");
        browser.find("#code-SMS");
        browser.look("channels-under-test");
        steps.confirm("SMS", OUTBOX.nextCode(NUMBER, before));
        assertThat(browser.text("#state-SMS")).startsWith("vérifié le");

        before = OUTBOX.count(ADDRESS);
        steps.test("MAIL", ADDRESS);
        steps.confirm("MAIL", OUTBOX.nextCode(ADDRESS, before));
        assertThat(browser.text("#address-MAIL")).isEqualTo(ADDRESS);
        browser.look("channels-verified");
        browser.click("#back");
        browser.awaitPage("/bandeau.xhtml");
    }

    private static void setPassword(Browser browser) {
        browser.click("#menu");
        browser.click("#menu-password");
        browser.awaitPage("/password.xhtml");
        new OtpSteps(browser).choose("Camille-Factice-2026", "#validate");
        assertThat(browser.text("#refusal")).contains("votre nom");
        browser.look("password");
        new OtpSteps(browser).choose(PASSWORD, "#validate");
        browser.awaitPage("/bandeau.xhtml");
    }

    private static void logIn(Browser browser, String password, String address) {
        browser.go(SERVER.portal("/login.xhtml"));
        browser.click("#otp");
        browser.awaitPage("/otp.xhtml");
        browser.type("#identifier", "Camille.Factice");
        browser.type("#password", "not the password at all");
        browser.click("#validate");
        assertThat(browser.text("#refusal")).contains("incorrect");
        browser.look("otp-refused");
        int before = OUTBOX.count(address);
        browser.type("#password", password);
        browser.click("#validate");
        browser.awaitPage("/otp-code.xhtml");
        String code = OUTBOX.nextCode(address, before);
        browser.look("otp-code");
        browser.type("#code", "12 34");
        browser.click("#validate");
        assertThat(browser.text("#refusal")).contains("6 chiffres");
        browser.type("#code", " " + browser.text("#letter") + " " + code.substring(0, 3) + " " + code.substring(3));
        browser.click("#validate");
        browser.awaitPage("/profile.xhtml");
        new Post(browser).chooseProfile("Médecin coordonnateur", "SAMU 77");
        browser.awaitPage("/bandeau.xhtml");
    }

    private static void recover(Browser browser) {
        browser.go(SERVER.portal("/otp.xhtml"));
        browser.click("#forgotten");
        browser.awaitPage("/forgotten.xhtml");
        browser.look("forgotten");
        int before = OUTBOX.count(NUMBER);
        browser.type("#identifier", "camille.factice");
        browser.click("#begin");
        browser.find("#code");
        browser.type("#code", OUTBOX.nextCode(NUMBER, before));
        browser.click("#answer");
        browser.find("#again");
        browser.look("forgotten-choose");
        new OtpSteps(browser).choose(NEW_PASSWORD, "#choose");
        browser.awaitPage("/login.xhtml");
    }
}

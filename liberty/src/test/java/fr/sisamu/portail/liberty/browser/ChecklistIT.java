package fr.sisamu.portail.liberty.browser;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.liberty.Outbox;
import fr.sisamu.portail.liberty.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;

/**
 * « La première connexion », steps 6 to 8 of the user's guide, of an ARM who is interrupted: by a log-out, and by a browser
 * that dies. Then what a single channel can do, and what it cannot.
 */
@ExtendWith(ClosesBrowsers.class)
class ChecklistIT {

    private static final RunningServer SERVER = RunningServer.demonstration();
    private static final Outbox OUTBOX = new Outbox(SERVER);
    private static final String ADDRESS = "yanis@chu.example";
    private static final String DONE = "#first-login li[data-done=true]";

    @Test
    void survivesALogOutAndACrashAndComesToItsEnd() {
        Browser browser = Browser.withCard("cpe-arm2-auth").open();
        Post post = new Post(browser);
        post.workOn("4104");
        assertThat(done(browser)).as("the card, and the profile with its phone").isEqualTo(2);
        setChannel(browser);
        assertThat(done(browser)).isEqualTo(3);

        post.logOut();
        post.workOn("4105");
        assertThat(done(browser)).as("after a log-out").isEqualTo(3);

        browser.die();
        Browser another = Browser.withCard("cpe-arm2-auth").open();
        new Post(another).workOn("4106");
        assertThat(done(another)).as("after a crash").isEqualTo(3);
        another.look("checklist");
        OtpSteps steps = new OtpSteps(another);
        steps.menu("password", "/password.xhtml");
        steps.choose("quatre chevaux mangent la lune", "#validate");
        another.awaitPage("/bandeau.xhtml");
        assertThat(another.shows("#first-login")).isFalse();
        new Post(another).logOut();

        neverGivesBothFactors(another);
        warnsBeforeTheLastChannelGoes(another);
    }

    private static int done(Browser browser) {
        browser.awaitPage("/bandeau.xhtml");
        browser.find("#first-login");
        return browser.driver().findElements(By.cssSelector(DONE)).size();
    }

    private static void setChannel(Browser browser) {
        OtpSteps steps = new OtpSteps(browser);
        steps.menu("channels", "/channels.xhtml");
        int before = OUTBOX.count(ADDRESS);
        steps.test("MAIL", ADDRESS);
        steps.confirm("MAIL", OUTBOX.nextCode(ADDRESS, before));
        browser.click("#back");
    }

    /** The mailbox that replaced the password gives no code for a day: the page sends to the card. */
    private static void neverGivesBothFactors(Browser browser) {
        browser.go(SERVER.portal("/forgotten.xhtml"));
        int before = OUTBOX.count(ADDRESS);
        browser.type("#identifier", "yanis.arm");
        browser.click("label[for=kind-MAIL]");
        browser.click("#begin");
        browser.find("#code");
        browser.type("#code", OUTBOX.nextCode(ADDRESS, before));
        browser.click("#answer");
        browser.find("#again");
        OtpSteps steps = new OtpSteps(browser);
        steps.choose("un vieux tracteur bleu sans roues", "#choose");
        browser.awaitPage("/login.xhtml");
        steps.claim("yanis.arm", "un vieux tracteur bleu sans roues");
        assertThat(browser.text("#refusal")).contains("ne reçoit pas de code").contains("carte");
        browser.look("otp-recovered-lately");
    }

    private static void warnsBeforeTheLastChannelGoes(Browser browser) {
        new Post(browser).workOn("4106");
        new OtpSteps(browser).menu("channels", "/channels.xhtml");
        assertThat(browser.text("main"))
                .as("what the address is for, and for how long")
                .contains("7 jours");
        browser.click("#remove-MAIL");
        assertThat(browser.text("#channel-MAIL")).contains("dernier canal");
        browser.look("channels-last");
        browser.click("#remove-MAIL");
        assertThat(browser.text("#done")).contains("effacée");
        assertThat(browser.shows("#address-MAIL")).isFalse();
        browser.click("#back");
        assertThat(done(browser)).as("the channel is to do again").isEqualTo(3);
        new Post(browser).logOut();
    }
}

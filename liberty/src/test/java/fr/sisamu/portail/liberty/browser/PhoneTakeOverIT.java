package fr.sisamu.portail.liberty.browser;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.liberty.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.WindowType;

/** One agent at a time on a phone: the second one confirms, the first one is told at once. */
@ExtendWith(ClosesBrowsers.class)
class PhoneTakeOverIT {

    private static final RunningServer SERVER = RunningServer.demonstration();

    @Test
    void asksTheSecondAndTellsTheFirst() {
        Browser first = Browser.withCard("cpe-arm-auth").open();
        new Post(first).workOn("4105");
        Browser second = Browser.withCard("cpe-arm2-auth").open();
        Post post = new Post(second);
        post.comeInByCard();
        post.linkPhone("4105");

        assertThat(second.text("[role=alert]")).contains("4105").contains("Léa Arm-Factice");
        second.screenshot("phone-held");
        second.assertAccessible();
        second.click("#takeOver");
        second.awaitPage("/bandeau.xhtml");

        assertThat(first.text("[data-notices] .note")).contains("Yanis Arm-Factice");
        first.screenshot("bandeau-phone-lost");
        first.assertAccessible();
        first.assertQuiet();
        assertThat(first.address().getPath()).as("nobody is moved by it").isEqualTo("/bandeau.xhtml");
        post.logOut();
        new Post(first).logOut();
    }

    @Test
    void tellsAnOpenBandeauThatItsSessionEndedElsewhere() {
        Browser browser = Browser.withCard("cpe-arm-auth").open();
        Post post = new Post(browser);
        post.workOn("4106");
        String bandeau = browser.driver().getWindowHandle();
        browser.driver().switchTo().newWindow(WindowType.TAB);
        browser.go(SERVER.portal("/bandeau.xhtml"));
        post.logOut();
        browser.driver().switchTo().window(bandeau);

        assertThat(browser.text("[data-notices] .note.bad")).isNotBlank();
        browser.screenshot("bandeau-session-ended");
        browser.assertAccessible();
    }

    @Test
    void refusesAPhoneOfAnotherUnitAndWhatIsNoNumber() {
        Browser browser = Browser.withCard("cpe-arm-auth").open();
        Post post = new Post(browser);
        post.comeInByCard();
        post.linkPhone("5101");
        String ofAnotherUnit = browser.text("#refusal");
        browser.screenshot("phone-refused");
        browser.assertAccessible();
        post.linkPhone("41x");
        browser.awaitOther("#refusal", ofAnotherUnit);
        post.linkPhone("4107");
        browser.awaitPage("/bandeau.xhtml");
        post.logOut();
    }
}

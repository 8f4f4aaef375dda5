package fr.sisamu.portail.liberty.browser;

import fr.sisamu.portail.liberty.RunSecrets;
import fr.sisamu.portail.liberty.RunningServer;
import java.time.Duration;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.support.ui.FluentWait;

/** What a supervisor does at the board of the unit. */
final class SupervisorSteps {

    /** What the design promises: a deed is felt on other screens within this. */
    private static final Duration FELT = Duration.ofSeconds(3);

    private static final RunningServer SERVER = RunningServer.demonstration();

    private final Browser browser;

    SupervisorSteps(Browser browser) {
        this.browser = browser;
    }

    /** Comes in by this card and stands before the board of the unit, or the choice of one. */
    static Browser board(String card) {
        Browser browser = Browser.withCard(card).open();
        new Post(browser).comeInByCard();
        browser.await().until(page -> !browser.address().getPath().equals("/login.xhtml"));
        browser.await().until(page -> browser.shows("h1"));
        browser.go(SERVER.portal("/administration/supervision.xhtml"));
        return browser;
    }

    /** The agent who cannot come in. */
    void find(String login) {
        browser.type("#login", login);
        browser.click("#help");
        browser.awaitPage("/administration/supervision-agent.xhtml");
    }

    /** Opens an accès de secours for the agent in view; its secret. */
    String open(String reason, int hours) {
        browser.click("#emergency");
        browser.type("#reason", reason);
        browser.type("#hours", Integer.toString(hours));
        browser.click(".open-emergency");
        return RunSecrets.keep(browser.text("#emergency-secret"));
    }

    /** The session that the board shows for this agent on this phone, as soon as it does. */
    String session(String agent, String phone) {
        String line = "//table[@id='board']//tr[contains(., '" + agent + "') and contains(., '" + phone + "')]"
                + "//summary[starts-with(@id, 'free-')]";
        return felt().until(page -> browser.driver().findElements(By.xpath(line)).stream()
                .map(summary -> summary.getAttribute("id").substring("free-".length()))
                .findFirst()
                .orElse(null));
    }

    /** A wait for what somebody else has done. */
    FluentWait<WebDriver> felt() {
        return browser.await(FELT);
    }
}

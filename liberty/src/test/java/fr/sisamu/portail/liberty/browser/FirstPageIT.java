package fr.sisamu.portail.liberty.browser;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.liberty.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The page that a post shows all day, as a browser sees it. */
@ExtendWith(ClosesBrowsers.class)
class FirstPageIT {

    private static final RunningServer SERVER = RunningServer.demonstration();

    @Test
    void isFrenchAccessibleAndQuiet() {
        Browser browser = Browser.withoutCard().french().desk().open();
        browser.go(SERVER.portal("/"));
        browser.screenshot("first-page");

        assertThat(browser.find("html").getAttribute("lang")).isEqualTo("fr");
        browser.assertAccessible();
        browser.assertQuiet();
    }

    @Test
    void isAccessibleOnASmallDarkScreenInEnglish() {
        Browser browser = Browser.withoutCard().english().small().dark().open();
        browser.go(SERVER.portal("/"));
        browser.screenshot("first-page-small-dark-english");

        assertThat(browser.find("html").getAttribute("lang")).isEqualTo("en");
        browser.assertAccessible();
        browser.assertQuiet();
    }
}

package fr.sisamu.portail.liberty.browser;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.liberty.RunningServer;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A supervisor at work: the board and what is felt on the agents' screens; an accès de secours from opening to review. */
@ExtendWith(ClosesBrowsers.class)
class SupervisionIT {

    private static final RunningServer SERVER = RunningServer.demonstration();

    /** What the design promises: a deed is felt on the agent's screen within this. */
    private static final Duration FELT = Duration.ofSeconds(3);

    @Test
    void showsWhoComesOnAndFreesAPhoneAndEndsASessionUnderTheAgentsEyes() {
        Browser ines = board();
        Browser yanis = Browser.withCard("cpe-arm2-auth").open();
        new Post(yanis).workOn("4109");
        String session = ines.await().until(page -> sessionOn(ines, "4109"));
        ines.look("supervision");

        ines.click("#free-" + session);
        ines.click("details:has(#free-" + session + ") .free");
        felt(yanis, "[data-notices] .note.warn");
        assertThat(yanis.text("[data-notices]")).contains("libéré par Inès Superviseur-Factice");
        yanis.screenshot("bandeau-phone-freed");
        yanis.assertAccessible();
        ines.find("main > .note.good");
        assertThat(ines.shows("#free-" + session)).isFalse();

        ines.click("#end-" + session);
        ines.screenshot("supervision-confirm");
        ines.click("details:has(#end-" + session + ") .end");
        felt(yanis, "[data-notices] .note.bad");
        assertThat(yanis.text("[data-notices] .note.bad")).contains("superviseur");
        ines.find("main > .note.good");
        assertThat(ines.shows("#end-" + session)).isFalse();
    }

    @Test
    void leadsAnAccesDeSecoursFromItsOpeningToItsReview() {
        Browser hugo = Browser.withCard("cpe-administrateur").open();
        new Post(hugo).comeInByCard();
        hugo.awaitPage("/bandeau.xhtml");
        Browser ines = board();
        String secret = open(ines, "marie.martin");

        Browser marie = Browser.withoutCard().open();
        marie.go(SERVER.portal("/secours.xhtml"));
        marie.look("secours");
        enter(marie, "AAAAA-AAAAA");
        assertThat(marie.text("#refusal")).contains("n’ouvrent aucun accès");
        enter(marie, secret.toLowerCase(Locale.ROOT));
        new Post(marie).linkPhone("4110");
        marie.awaitPage("/bandeau.xhtml");
        assertThat(marie.text("#emergency-banner")).contains("Accès de secours");
        marie.look("bandeau-emergency");
        marie.go(SERVER.portal("/password.xhtml"));
        assertThat(marie.text("h1")).isEqualTo("Un accès de secours ne règle rien");
        marie.go(SERVER.portal("/bandeau.xhtml"));

        ines.go(SERVER.portal("/administration/emergency.xhtml"));
        ines.click("summary[id^=close]");
        ines.click(".close");
        felt(marie, "[data-notices] .note.bad");
        ines.type(".words", "Je revois mon propre accès");
        ines.click(".review");
        assertThat(ines.text("#problem")).contains("Une autre personne");

        hugo.go(SERVER.portal("/administration/emergency.xhtml"));
        hugo.look("emergency-review");
        hugo.type(".words", "Vérifié avec Inès : carte oubliée");
        hugo.click(".review");
        hugo.find("main > .note.good");
        hugo.find("#none");
    }

    @Test
    void worksInEnglishWithoutAnyScript() {
        Browser ines =
                Browser.withCard("cpe-superviseur").english().withoutScript().open();
        new Post(ines).comeInByCard();
        ines.awaitPage("/phone.xhtml");
        ines.go(SERVER.portal("/administration/supervision.xhtml"));
        assertThat(ines.text("#board")).contains("Inès Superviseur-Factice");
        ines.screenshot("supervision-english");

        ines.type("#login", "nobody.here");
        ines.click("#help");
        assertThat(ines.text("#none")).isEqualTo("No agent of this unit has this identifier today.");
    }

    private static Browser board() {
        Browser ines = Browser.withCard("cpe-superviseur").open();
        new Post(ines).comeInByCard();
        ines.awaitPage("/phone.xhtml");
        ines.go(SERVER.portal("/administration/supervision.xhtml"));
        return ines;
    }

    private static String open(Browser ines, String login) {
        ines.type("#login", login);
        ines.click("#help");
        ines.click("#emergency");
        ines.look("emergency-opening");
        ines.type("#reason", "Carte oubliée, réseau mobile en panne");
        ines.type("#hours", "8");
        ines.click(".open-emergency");
        String secret = ines.text("#secret");
        ines.screenshot("emergency-secret");
        return secret;
    }

    private static void enter(Browser marie, String secret) {
        marie.type("#identifier", "marie.martin");
        marie.type("#secret", secret);
        marie.click("#validate");
    }

    /** The session that the board shows on this phone; null until it does. */
    private static String sessionOn(Browser ines, String phone) {
        return ines
                .driver()
                .findElements(By.xpath(
                        "//table[@id='board']//tr[contains(., '" + phone + "')]//summary[starts-with(@id, 'free-')]"))
                .stream()
                .map(summary -> summary.getAttribute("id").substring("free-".length()))
                .findFirst()
                .orElse(null);
    }

    private static void felt(Browser browser, String selector) {
        new WebDriverWait(browser.driver(), FELT).until(page -> browser.shows(selector));
    }
}

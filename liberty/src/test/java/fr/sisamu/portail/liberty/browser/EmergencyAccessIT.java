package fr.sisamu.portail.liberty.browser;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.liberty.Outbox;
import fr.sisamu.portail.liberty.Partners;
import fr.sisamu.portail.liberty.RunningServer;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;

/** An accès de secours from its opening to its review, and on a night when every partner hangs. */
@ExtendWith(ClosesBrowsers.class)
class EmergencyAccessIT {

    private static final RunningServer SERVER = RunningServer.demonstration();
    private static final Outbox OUTBOX = new Outbox(SERVER);
    private static final String GUARD = "garde@chu.example";

    @Test
    void leadsFromTheOpeningToTheReview() {
        Browser hugo = SupervisorSteps.board("cpe-administrateur");
        Browser ines = SupervisorSteps.board("cpe-superviseur");
        SupervisorSteps supervisor = new SupervisorSteps(ines);
        int alerts = OUTBOX.count(GUARD);
        supervisor.find("marie.martin");
        ines.click("#emergency");
        ines.look("emergency-opening");
        ines.click("#emergency");
        String secret = supervisor.open("Carte oubliée, réseau mobile en panne", 8);
        ines.look("emergency-secret");
        ines.go(SERVER.portal("/administration/supervision.xhtml"));
        supervisor.find("marie.martin");
        assertThat(ines.text("#standing")).contains("annule son secret");
        ines.screenshot("emergency-standing");

        Browser marie = Browser.withoutCard().open();
        marie.go(SERVER.portal("/login.xhtml"));
        marie.click("#emergency a");
        marie.look("secours");
        enter(marie, "marie.martin", "AAAAA-AAAAA");
        assertThat(marie.text("#refusal")).contains("n’ouvrent aucun accès");
        assertThat(marie.text(".support-code")).isNotBlank();
        marie.look("secours-refused");
        enter(marie, "marie.martin", secret.toLowerCase(Locale.ROOT));
        new Post(marie).linkPhone("4110");
        marie.awaitPage("/bandeau.xhtml");
        assertThat(marie.text("#emergency-banner")).contains("Accès de secours");
        assertThat(marie.shows("#first-login")).isFalse();
        marie.look("bandeau-emergency");
        setsNothing(marie);
        assertThat(OUTBOX.count(GUARD)).as("alerts").isGreaterThan(alerts);

        marie.go(SERVER.portal("/bandeau.xhtml"));
        ines.go(SERVER.portal("/administration/supervision.xhtml"));
        ines.screenshot("supervision-emergency");
        assertThat(ines.text("tr[data-level=EMERGENCY]")).contains("Marie Martin-Factice", "4110");
        ines.go(SERVER.portal("/administration/emergency.xhtml"));
        ines.look("emergency-open");
        ines.click("summary[id^=close]");
        ines.click(".close");
        new SupervisorSteps(marie).felt().until(page -> marie.shows("[data-notices] .note.bad"));
        marie.go(SERVER.portal("/secours.xhtml"));
        enter(marie, "marie.martin", secret);
        assertThat(marie.text("#refusal")).as("used once").contains("n’ouvrent aucun accès");

        ines.type(".words", "Je revois mon propre accès");
        ines.click(".review");
        assertThat(ines.text("#problem")).contains("Une autre personne");
        review(hugo);
    }

    @Test
    void letsAnAgentInWhileEveryPartnerHangs() throws Exception {
        Partners partners = new Partners(SERVER);
        Browser ines = SupervisorSteps.board("cpe-superviseur");
        int alerts = OUTBOX.count(GUARD);
        partners.behave("HANG");
        try {
            SupervisorSteps supervisor = new SupervisorSteps(ines);
            supervisor.find("anais.factice");
            String secret = supervisor.open("Pro Santé Connect et opérateur en panne", 2);
            Browser anais = Browser.withoutCard().english().withoutScript().open();
            anais.go(SERVER.portal("/secours.xhtml"));
            anais.screenshot("secours-english");
            enter(anais, "anais.factice", secret);
            new Post(anais).linkPhone("4106");
            anais.awaitPage("/bandeau.xhtml");
            assertThat(anais.text("#emergency-banner")).contains("Emergency access");
        } finally {
            partners.behave("NORMAL");
        }
        awaitRecovery(ines);
        ines.await(Duration.ofSeconds(90)).until(mended -> OUTBOX.count(GUARD) > alerts);
        ines.go(SERVER.portal("/administration/emergency.xhtml"));
        ines.click("summary[id^=close]");
        ines.click(".close");
        ines.find("main > .note.good");
    }

    /** Partners that are left alone after a failure are believed in again by themselves; the other tests wait for it. */
    private static void awaitRecovery(Browser ines) {
        ines.await(Duration.ofSeconds(90)).until(page -> {
            ines.go(SERVER.portal("/administration/supervision.xhtml"));
            return ines.driver()
                            .findElements(By.cssSelector("#ways [data-state=AVAILABLE]"))
                            .size()
                    == 3;
        });
    }

    private static void setsNothing(Browser marie) {
        marie.click("#menu");
        assertThat(marie.shows("#menu-password")).isFalse();
        assertThat(marie.shows("#menu-administration")).isFalse();
        for (String page : new String[] {"/password.xhtml", "/channels.xhtml"}) {
            marie.go(SERVER.portal(page));
            assertThat(marie.text("h1")).isEqualTo("Un accès de secours n’ouvre pas cette page");
            assertThat(marie.shows("#emergency-banner")).isTrue();
        }
        marie.screenshot("emergency-refused");
        marie.assertAccessible();
    }

    private static void review(Browser hugo) {
        hugo.go(SERVER.portal("/administration/emergency.xhtml"));
        hugo.look("emergency-review");
        hugo.readInEnglish("emergency-review");
        String mine = "section[aria-label='Marie Martin-Factice'] ";
        hugo.type(mine + ".words", "Vérifié avec Inès : carte oubliée");
        hugo.click(mine + ".review");
        hugo.find("main > .note.good");
        assertThat(hugo.shows(mine)).isFalse();
    }

    private static void enter(Browser agent, String login, String secret) {
        agent.type("#identifier", login);
        agent.type("#secret", secret);
        agent.click("#validate");
    }
}

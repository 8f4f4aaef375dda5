package fr.sisamu.portail.liberty.browser;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.liberty.RunningServer;
import fr.sisamu.portail.liberty.blackbox.CredentialSetup;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;

/** A supervisor before the board of a unit, and what is felt on the agents' screens. */
@ExtendWith(ClosesBrowsers.class)
class SupervisionIT {

    private static final RunningServer SERVER = RunningServer.demonstration();

    @Test
    void followsATakeOverFreesAPhoneAndEndsASessionUnderTheAgentsEyes() {
        Browser ines = SupervisorSteps.board("cpe-superviseur");
        SupervisorSteps supervisor = new SupervisorSteps(ines);
        Browser lea = Browser.withCard("cpe-arm-auth").open();
        new Post(lea).workOn("4109");
        supervisor.session("Léa Arm-Factice", "4109");
        Browser yanis = Browser.withCard("cpe-arm2-auth").open();
        Post post = new Post(yanis);
        post.comeInByCard();
        post.linkPhone("4109");
        yanis.click("#takeOver");
        yanis.awaitPage("/bandeau.xhtml");

        String session = supervisor.session("Yanis Arm-Factice", "4109");
        feels(lea, ".note.warn", "repris par Yanis Arm-Factice");
        ines.look("supervision");
        ines.screen(Browser.Screen.NARROW, true);
        ines.driver().executeScript("document.getElementById('count').scrollIntoView()");
        ines.screenshot("supervision-narrow-dark");
        ines.assertAccessible();
        ines.screen(Browser.Screen.DESK, false);

        ines.click("#free-" + session);
        ines.screenshot("supervision-confirm");
        ines.assertAccessible();
        ines.click("details:has(#free-" + session + ") .free");
        feels(yanis, ".note.warn", "libéré par Inès Superviseur-Factice");
        yanis.screenshot("bandeau-phone-freed");
        yanis.assertAccessible();
        ines.find("main > .note.good");
        assertThat(ines.shows("#free-" + session)).isFalse();

        ines.click("#end-" + session);
        ines.click("details:has(#end-" + session + ") .end");
        feels(yanis, ".note.bad", "superviseur");
        ines.find("main > .note.good");
        assertThat(ines.shows("#end-" + session)).isFalse();
        ines.assertQuiet();
    }

    @Test
    void leavesAnOpenQuestionAloneAndCatchesUpOnceItIsClosed() {
        Browser ines = SupervisorSteps.board("cpe-superviseur");
        SupervisorSteps supervisor = new SupervisorSteps(ines);
        Browser lea = Browser.withCard("cpe-arm-auth").open();
        new Post(lea).workOn("4103");
        String session = supervisor.session("Léa Arm-Factice", "4103");
        ines.click("#end-" + session);
        new Post(lea).logOut();
        assertThat(ines.shows("details[open] .end")).isTrue();

        ines.click("details:has(#end-" + session + ") .end");

        assertThat(ines.text("#problem")).contains("déjà terminé");
        assertThat(ines.shows("#end-" + session)).isFalse();
    }

    @Test
    void showsNothingOfAnotherUnit() {
        Browser lea = Browser.withCard("cpe-arm-auth").open();
        new Post(lea).workOn("4104");
        Browser ines = SupervisorSteps.board("cpe-superviseur");
        String unit =
                ines.driver().findElement(By.cssSelector("input[name=unit]")).getDomAttribute("value");
        Browser malik = SupervisorSteps.board("cps-injection-auth");
        assertThat(malik.text("h1")).contains("64");
        assertThat(malik.driver().getPageSource()).doesNotContain("Léa Arm-Factice");

        malik.go(SERVER.portal("/administration/supervision.xhtml?unit=" + unit));
        assertThat(malik.shows("#board")).isFalse();
        assertThat(malik.driver().getPageSource()).doesNotContain("Léa Arm-Factice", "SAMU 77");
        malik.go(SERVER.portal("/administration/supervision-events?unit=" + unit));
        assertThat(malik.text(".support-code")).isNotBlank();
        malik.go(SERVER.portal("/administration/supervision-agent.xhtml?login=lea.arm&unit=" + unit));
        assertThat(malik.shows("#unblock")).isFalse();
    }

    @Test
    void resetsAChannelOnlyWithASecondPerson() throws IOException {
        CredentialSetup.by(
                SERVER, "cps-adeli-auth", "un grand phare jaune sans lampe", "+33612345690", "olivia@chu.example");
        Browser ines = SupervisorSteps.board("cpe-superviseur");
        new SupervisorSteps(ines).find("olivia.infirmier");
        ines.look("supervision-agent");
        ines.click("#reset-SMS");
        ines.click("details:has(#reset-SMS) .ask-reset");
        ines.look("supervision-reset");
        ines.click("summary[id^=reset-]");
        ines.click(".confirm-reset");
        assertThat(ines.text("#problem")).contains("ni celle qui a demandé");

        Browser hugo = SupervisorSteps.board("cpe-administrateur");
        hugo.look("supervision-units");
        hugo.driver().findElement(By.linkText("CRRA du SAMU 77 FACTICE")).click();
        hugo.click("summary[id^=reset-]");
        hugo.click(".confirm-reset");
        hugo.find("main > .note.good");

        new SupervisorSteps(ines).felt().until(page -> !ines.shows("#resets"));
        new SupervisorSteps(ines).find("olivia.infirmier");
        assertThat(ines.shows("#reset-SMS")).isFalse();
        assertThat(ines.shows("#reset-MAIL")).isTrue();
    }

    @Test
    void liftsTheDelaysOfAnAgentWhoWasMistaken() {
        Browser noe = Browser.withoutCard().open();
        OtpSteps way = new OtpSteps(noe);
        mistakeUntilDelayed(noe, way);
        Browser ines = SupervisorSteps.board("cpe-superviseur");
        new SupervisorSteps(ines).find("noe.interne");
        ines.click("#unblock");
        ines.click("details:has(#unblock) input[type=submit]");
        ines.find("main > .note.good");

        way.claim("noe.interne", "pas le bon mot de passe");
        assertThat(noe.text("#refusal")).doesNotContain("Réessayez dans");
    }

    /** The first delays may be over before a slow browser has come back; each one is twice as long as the one before. */
    private static void mistakeUntilDelayed(Browser noe, OtpSteps way) {
        for (int i = 0; i < 10; i++) {
            way.claim("noe.interne", "pas le bon mot de passe");
            if (noe.text("#refusal").contains("Réessayez dans")) {
                return;
            }
        }
        throw new AssertionError("ten mistakes bring no delay");
    }

    @Test
    void worksInEnglishWithoutAnyScript() {
        Browser ines = Browser.withCard("cpe-superviseur")
                .english()
                .dark()
                .withoutScript()
                .open();
        new Post(ines).comeInByCard();
        ines.awaitPage("/phone.xhtml");
        ines.go(SERVER.portal("/administration/supervision.xhtml"));
        assertThat(ines.text("#board")).contains("Inès Superviseur-Factice");
        ines.click("#refresh");
        ines.screenshot("supervision-english-dark");

        ines.type("#login", "nobody.here");
        ines.click("#help");
        assertThat(ines.text("#none")).isEqualTo("No agent of this unit has this identifier today.");
    }

    /** Reads it on the bandeau of somebody else within the promised time. */
    private static void feels(Browser agent, String note, String words) {
        new SupervisorSteps(agent).felt().until(page -> agent.shows("[data-notices] " + note));
        assertThat(agent.text("[data-notices] " + note)).contains(words);
    }
}

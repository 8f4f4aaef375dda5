package fr.sisamu.portail.liberty.browser;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.liberty.RunningServer;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.Select;

/** From the first administrator, whom a setting names, to the first agent logged in; and what two of them do at once. */
@ExtendWith(ClosesBrowsers.class)
class AdministrationIT {

    private static final RunningServer SERVER = RunningServer.demonstration();
    private static final String STRANGER = "899999000054";

    @Test
    void leadsFromTheFirstAdministratorToTheFirstAgentLoggedIn() {
        Browser zoe = Browser.withCard("cps-sans-compte").open();
        new Post(zoe).comeInByCard();
        String code = zoe.text(".support-code");
        Browser hugo = administrator();
        hugo.click("#menu");
        hugo.click("#menu-administration");
        hugo.awaitPage("/administration/accounts.xhtml");
        hugo.look("administration-accounts");

        findTheCause(hugo, code);
        grant(hugo);
        giveProfile(hugo);
        hugo.look("administration-account");

        new Post(zoe).workOn("4108");
        assertThat(zoe.text("#agent")).isEqualTo("ZOÉ INCONNUE FACTICE");
        new Post(zoe).logOut();

        takeTheCardAway(hugo);
        new Post(zoe).comeInByCard();
        zoe.awaitPage("/card-refused.xhtml");
        assertThat(zoe.text("h1")).contains("compte");
        hugo.assertQuiet();
    }

    @Test
    void showsBothStatesToTheSecondOfTwoAdministrators() {
        Browser first = administrator();
        Browser second = administrator();
        String account = create(first, "<b>Ève</b>", "Conflit-Factice");
        second.driver().get(account);
        assertThat(second.text("h1")).as("a name is text").isEqualTo("<b>Ève</b> Conflit-Factice");

        first.type("#given", "Eva");
        first.click("#rename");
        first.find("main > .note.good");
        second.type("#given", "Evelyne");
        second.click("#rename");

        assertThat(second.text("#conflict")).contains("Eva");
        assertThat(second.find("#given").getAttribute("value")).isEqualTo("Evelyne");
        second.look("administration-conflict");
        second.click("#rename");
        second.find("main > .note.good");
        assertThat(second.text("h1")).isEqualTo("Evelyne Conflit-Factice");
    }

    @Test
    void asksBeforeItMovesAnIdentifierAndShowsBothAccounts() {
        Browser hugo = administrator();
        String account = create(hugo, "Malika", "Jumelle-Factice");
        hugo.type("#identifier", "899999000047");
        hugo.click("#identifier-do");

        assertThat(hugo.text("#held")).contains("Malik Factice", "Malika Jumelle-Factice");
        hugo.look("administration-identifier-held");
        hugo.driver().get(account);
        assertThat(hugo.driver().findElements(By.cssSelector("#identifiers li")))
                .isEmpty();
    }

    @Test
    void settlesAUnitAndItsPhones() {
        Browser hugo = administrator();
        hugo.go(SERVER.portal("/administration/units.xhtml"));
        hugo.look("administration-units");
        hugo.type("#code", "fr99z");
        hugo.type("#name", "SAMU 99 FACTICE");
        hugo.click("#add-do");
        hugo.find("main > .note.good");
        hugo.driver().findElement(By.linkText("SAMU 99 FACTICE")).click();
        hugo.awaitPage("/administration/unit.xhtml");
        hugo.type("#number", "9901");
        hugo.type("#label", "Poste 1");
        hugo.click("#phone-do");
        assertThat(hugo.text("#phones")).contains("9901", "Poste 1");
        hugo.type("#number", "9901");
        hugo.type("#label", "Encore");
        hugo.click("#phone-do");

        assertThat(hugo.text("#phone-problem")).contains("déjà");
        hugo.look("administration-unit");
    }

    @Test
    void grantsARoleAndTakesItBack() {
        Browser hugo = administrator();
        create(hugo, "Rose", "Role-Factice");
        new Select(hugo.find("#role-name")).selectByVisibleText("Superviseur");
        hugo.click("#role-do");
        assertThat(hugo.text("#role-problem")).contains("entité");
        new Select(hugo.find("#role-name")).selectByVisibleText("Superviseur");
        new Select(hugo.find("#role-unit")).selectByVisibleText("CRRA du SAMU 77 FACTICE (FR770)");
        hugo.click("#role-do");
        assertThat(hugo.text("#roles")).contains("Superviseur", "SAMU 77");

        hugo.click("#roles input[type=submit]");

        hugo.find("main > .note.good");
        assertThat(hugo.driver().findElements(By.cssSelector("#roles li"))).isEmpty();
    }

    @Test
    void showsTheListsOfRevocationAndOpensADebrayageOnlyWithAReason() {
        Browser hugo = administrator();
        hugo.go(SERVER.portal("/administration/revocation.xhtml"));
        assertThat(hugo.text("#authorities")).contains("FACTICE AC IGC-SANTE FORT PERSONNES");
        hugo.look("administration-revocation");
        hugo.type("#reason", "court");
        hugo.click("#bypass-do");
        assertThat(hugo.text("#bypass-problem")).contains("motif");

        hugo.type("#reason", "serveur de listes injoignable");
        hugo.click("#bypass-do");
        assertThat(hugo.text("#bypass")).contains("hugo.administrateur", "serveur de listes injoignable");
        hugo.look("administration-bypass");
        hugo.click("#bypass-close-do");
        hugo.find("#bypass-do");
    }

    @Test
    void verifiesTheTraceAndSaysWhatCameOfIt() {
        Browser hugo = administrator();
        hugo.go(SERVER.portal("/administration/trace-search.xhtml"));
        hugo.click("#verification");
        hugo.awaitPage("/administration/trace-verification.xhtml");

        hugo.click("#verify");

        assertThat(hugo.text("#verifications [data-outcome=SOUND]")).contains("Intacte", "hugo.administrateur");
        hugo.look("administration-trace-verification");
        hugo.readInEnglish("administration-trace-verification");
    }

    @Test
    void tellsAnAgentInWordsThatAdministrationIsNotOpenToThem() {
        Browser agent = Browser.withCard("cpe-arm2-auth").open();
        new Post(agent).workOn("4111");
        agent.click("#menu");
        assertThat(agent.shows("#menu-administration")).isFalse();
        agent.go(SERVER.portal("/administration/accounts.xhtml"));

        assertThat(agent.text("h1")).isEqualTo("Cette page n’est pas ouverte à votre compte");
        assertThat(agent.text(".support-code")).matches("[0-9A-Z]{4}-[0-9A-Z]{4}");
        agent.screenshot("administration-refused");
        agent.assertAccessible();
    }

    @Test
    void worksInEnglishWithoutAnyScript() {
        Browser hugo =
                Browser.withCard("cpe-administrateur").english().withoutScript().open();
        new Post(hugo).comeInByCard();
        hugo.awaitPage("/bandeau.xhtml");
        hugo.await().until(indexed -> {
            hugo.go(SERVER.portal("/administration/accounts.xhtml?q=helene+cote"));
            return hugo.shows("#found");
        });
        assertThat(hugo.text("#found")).contains("Côté-Factice Hélène", "helene.cote-factice");
        hugo.driver().findElement(By.linkText("Côté-Factice Hélène")).click();
        hugo.awaitPage("/administration/account.xhtml");
        hugo.screenshot("administration-account-english");

        assertThat(hugo.text("#names-title")).isEqualTo("Name");
    }

    @Test
    void letsPeopleEndASessionThatTheyLeftOpen() {
        Browser left = Browser.withCard("cpa-auth").open();
        new Post(left).workOn("4112");
        Browser here = Browser.withCard("cpa-auth").open();
        new Post(here).comeInByCard();
        here.awaitPage("/phone.xhtml");
        assertThat(left.text("[data-notices]")).contains("poste inconnu");
        here.go(SERVER.portal("/connections.xhtml"));
        here.look("connections");
        here.click("#open input[type=submit]");

        here.find("main > .note.good");
        here.look("connections-past");
        assertThat(left.text(".note.bad")).contains("terminée");
    }

    private static Browser administrator() {
        Browser hugo = Browser.withCard("cpe-administrateur").open();
        new Post(hugo).comeInByCard();
        hugo.awaitPage("/bandeau.xhtml");
        return hugo;
    }

    private static void findTheCause(Browser hugo, String code) {
        hugo.go(SERVER.portal("/administration/trace-search.xhtml"));
        hugo.type("#code", code.toLowerCase(Locale.ROOT).replace("-", ""));
        hugo.click("#search");
        assertThat(hugo.text("#events")).contains("CARD_JUDGED NO_ACCOUNT", STRANGER);
        hugo.look("administration-trace");
    }

    private static void grant(Browser hugo) {
        hugo.go(SERVER.portal("/administration/requests.xhtml"));
        hugo.look("administration-requests");
        hugo.click("form:has(input[value='" + STRANGER + "']) .grant");
        hugo.awaitPage("/administration/account.xhtml");
        assertThat(hugo.text("#identifiers")).contains(STRANGER);
    }

    private static void giveProfile(Browser hugo) {
        new Select(hugo.find("#unit")).selectByVisibleText("CRRA du SAMU 77 FACTICE (FR770)");
        hugo.type("#function", "Médecin régulateur");
        day(hugo, "#from", "2026-01-01");
        day(hugo, "#until", "2025-01-01");
        hugo.click("#profile-do");
        assertThat(hugo.text("#profile-problem")).contains("précède");
        new Select(hugo.find("#unit")).selectByVisibleText("CRRA du SAMU 77 FACTICE (FR770)");
        day(hugo, "#until", "");
        hugo.click("#profile-do");
        hugo.find("main > .note.good");
        assertThat(hugo.text("#profiles")).contains("Médecin régulateur", "sans fin");
    }

    /** What a field of a date takes by keys depends on the language of the browser. */
    private static void day(Browser browser, String field, String day) {
        browser.driver().executeScript("arguments[0].value = arguments[1]", browser.find(field), day);
    }

    private static void takeTheCardAway(Browser hugo) {
        hugo.click("#identifiers summary");
        hugo.click("#identifiers .danger");
        hugo.find("main > .note.good");
        assertThat(hugo.driver().findElements(By.cssSelector("#identifiers li")))
                .isEmpty();
    }

    private static String create(Browser hugo, String givenName, String familyName) {
        hugo.go(SERVER.portal("/administration/account-new.xhtml"));
        hugo.type("#given", givenName);
        hugo.type("#family", familyName);
        hugo.click("#save");
        hugo.awaitPage("/administration/account.xhtml");
        return hugo.driver().getCurrentUrl();
    }
}

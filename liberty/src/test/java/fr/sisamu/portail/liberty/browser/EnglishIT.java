package fr.sisamu.portail.liberty.browser;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.liberty.RunningServer;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** The pages that no other test sees in English, and hours far from Paris. */
@ExtendWith(ClosesBrowsers.class)
class EnglishIT {

    private static final RunningServer SERVER = RunningServer.demonstration();

    private final Browser browser =
            Browser.withCard("cpe-administrateur").english().open();

    @Test
    void isSpokenOnEveryPageOfAnAdministrator() {
        read("/secours.xhtml", "secours");
        read("/psc-direct.xhtml", "psc-direct");
        new Post(browser).comeInByCard();
        browser.awaitPage("/bandeau.xhtml");

        read("/connections.xhtml", "connections");
        read("/administration/accounts.xhtml", "administration-accounts");
        browser.driver().findElement(By.partialLinkText("Côté-Factice")).click();
        browser.awaitPage("/administration/account.xhtml");
        read("administration-account");
        browser.go(SERVER.portal("/administration/account-new.xhtml"));
        browser.look("administration-account-new-english");
        read("/administration/requests.xhtml", "administration-requests");
        read("/administration/units.xhtml", "administration-units");
        browser.driver().findElement(By.partialLinkText("SAMU 77")).click();
        browser.awaitPage("/administration/unit.xhtml");
        read("administration-unit");
        read("/administration/import.xhtml", "administration-import");
        read("/administration/revocation.xhtml", "administration-revocation");
        read("/administration/trace-search.xhtml?login=hugo.administrateur", "administration-trace");
        read("/administration/supervision.xhtml", "supervision-units");
        browser.driver().findElement(By.partialLinkText("SAMU 77")).click();
        browser.find("#board");
        read("supervision");
        new SupervisorSteps(browser).find("marie.martin");
        read("supervision-agent");
    }

    /** A call centre overseas lives by its own hours, and so do its days. */
    @Test
    void tellsDaysAndHoursInTheZoneOfTheDesk() {
        ZoneId noumea = ZoneId.of("Pacific/Noumea");
        browser.zone(noumea);
        new Post(browser).comeInByCard();
        browser.awaitPage("/bandeau.xhtml");
        browser.go(SERVER.portal("/administration/revocation.xhtml"));

        WebElement next = browser.find("#authorities [data-moment]");

        assertThat(next.getText())
                .isEqualTo(DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm", Locale.ROOT)
                        .withZone(noumea)
                        .format(Instant.parse(next.getDomAttribute("data-moment"))));
    }

    private void read(String page, String name) {
        browser.go(SERVER.portal(page));
        read(name);
    }

    private void read(String name) {
        assertThat(browser.find("html").getDomAttribute("lang")).isEqualTo("en");
        browser.read(name + "-english");
    }
}

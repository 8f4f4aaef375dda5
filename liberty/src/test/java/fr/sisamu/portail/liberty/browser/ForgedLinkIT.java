package fr.sisamu.portail.liberty.browser;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.liberty.Outbox;
import fr.sisamu.portail.liberty.RunSecrets;
import fr.sisamu.portail.liberty.RunningServer;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/**
 * Somebody else's site makes the browser of an administrator, or of an agent, send what a button of the portal would send.
 * What is forged is taken from the real pages, and each story ends by sending it as the page itself does: it works then.
 */
@ExtendWith(ClosesBrowsers.class)
class ForgedLinkIT {

    private static final RunningServer SERVER = RunningServer.demonstration();
    private static final Outbox OUTBOX = new Outbox(SERVER);

    /** Another site; and the portal's own host at another port, which cookies cannot tell from it. */
    private static final List<String> HOSTS = List.of("attaque.localhost", "localhost");

    private static final String BUTTONS = "button[type=submit], input[type=submit]";

    /** The rows of the trace that only somebody's deed brings; others come by timers. */
    private static final Set<String> DEEDS = Set.of(
            "LOGIN_REFUSED",
            "PROFILE_CHOSEN",
            "PHONE_LINKED",
            "PHONE_TAKEN_OVER",
            "REVOCATION_BYPASS",
            "CHANNEL_CHANGED",
            "PASSWORD_CHANGED",
            "ROLE_CHANGED",
            "ACCOUNT_CHANGED",
            "REQUEST_DECIDED",
            "UNIT_CHANGED",
            "DIRECTORY_IMPORT",
            "IMPORT_TOKEN",
            "SUPERVISION");

    private static HostileSite site;

    @BeforeAll
    static void open() throws IOException {
        site = new HostileSite();
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @ParameterizedTest
    @EnumSource(Make.class)
    void givesNoRoleHoweverItIsSent(Make make) {
        Browser hugo = administrator(make);
        URI account = account(hugo, "Cible", make);
        Forgery forgery = Forgery.of(hugo, "#role-do").with("role", "ADMINISTRATOR");
        List<String> worked = new ArrayList<>();
        List<String> unexplained = new ArrayList<>();
        for (String host : HOSTS) {
            for (Bait bait : Bait.values()) {
                String first = hugo.driver().getWindowHandle();
                take(hugo, host, bait, forgery);
                if (!explains(hugo)) {
                    unexplained.add(bait + " of " + host);
                }
                backTo(hugo, first);
                if (holdsARole(hugo, account)) {
                    worked.add(bait + " of " + host);
                    hugo.click("#roles input[type=submit]");
                    hugo.find("main > .note.good");
                }
            }
        }

        assertThat(worked).as("what gave a role").isEmpty();
        assertThat(unexplained).as("what led to no page that says what to do").isEmpty();
        forgery.post(hugo);
        assertThat(holdsARole(hugo, account)).as("the form itself works").isTrue();
    }

    @ParameterizedTest
    @EnumSource(Make.class)
    void doesNothingBehindTheBackOfAPage(Make make) {
        Browser hugo = administrator(make);
        URI account = account(hugo, "Dos", make);
        Forgery forgery = Forgery.of(hugo, "#role-do").with("role", "ADMINISTRATOR");
        for (String host : HOSTS) {
            hugo.go(site.showing(host, Bait.embedded(forgery)));
            hugo.await().until(page -> page.getTitle().equals("fini"));
            hugo.driver().switchTo().frame("frame");
            assertThat(hugo.driver().findElements(By.cssSelector("a.brand")))
                    .as("what a frame shows of the portal")
                    .isEmpty();
            hugo.driver().switchTo().defaultContent();

            assertThat(holdsARole(hugo, account))
                    .as("a role given from " + host)
                    .isFalse();
        }
        assertThat(forgery.head(hugo)).isBetween(400L, 499L);
        assertThat(holdsARole(hugo, account)).as("a role given by HEAD").isFalse();
    }

    @ParameterizedTest
    @EnumSource(Make.class)
    void changesNothingOfWhatAnAgentComesInBy(Make make) {
        Browser noe = Browser.withCard("cpf-interne-auth").in(make).open();
        new Post(noe).comeInByCard();
        noe.awaitPage("/phone.xhtml");
        String own = "noe." + make + "@chu.example";
        String number = make == Make.CHROMIUM ? "+33612340001" : "+33612340002";
        RunSecrets.keep(number);
        giveAddress(noe, own);
        Forgery remove = Forgery.of(noe, "#remove-MAIL").with("sure", "1");
        Forgery add = Forgery.of(noe, "#test-SMS").with("address", number);
        noe.go(SERVER.portal("/password.xhtml"));
        String chosen = RunSecrets.keep("le mot de passe que " + make + " impose");
        Forgery password = Forgery.of(noe, "#validate").with("password", chosen).with("again", chosen);
        Browser hugo = administrator(Make.CHROMIUM);
        long deeds = deeds(hugo);

        for (Forgery forgery : List.of(remove, add, password)) {
            take(noe, HOSTS.get(0), Bait.LINK, forgery);
            assertThat(explains(noe))
                    .as("a page that explains " + forgery.target())
                    .isTrue();
        }

        noe.go(SERVER.portal("/channels.xhtml"));
        assertThat(noe.text("#address-MAIL")).isEqualTo(own);
        assertThat(noe.shows("#code-SMS")).isFalse();
        assertThat(OUTBOX.count(number))
                .as("codes to a number that was not theirs")
                .isZero();
        password.post(noe);
        hugo.await().until(page -> deeds(hugo) > deeds);
        assertThat(deeds(hugo)).as("deeds, of which the last was their own").isEqualTo(deeds + 1);
        add.post(noe);
        assertThat(OUTBOX.nextCode(number, 0)).as("the form itself works").isNotEmpty();
        noe.go(SERVER.portal("/channels.xhtml"));
        noe.click("#stop-SMS");
        noe.find("#test-SMS");
        remove.post(noe);
        noe.go(SERVER.portal("/channels.xhtml"));
        assertThat(noe.shows("#address-MAIL")).isFalse();
    }

    /** Every button of every page that posts a form, as one address. */
    @Test
    void isRefusedForEveryButtonOfThePortal() {
        Browser hugo = administrator(Make.FIREFOX);
        URI account = account(hugo, "Tout", Make.FIREFOX);
        Forgery real = Forgery.of(hugo, "#role-do").with("role", "ADMINISTRATOR");
        hugo.go(SERVER.portal("/administration/units.xhtml"));
        String unit = hugo.driver()
                .findElement(By.cssSelector("a[href*='/administration/unit.xhtml?id=']"))
                .getDomAttribute("href");
        List<Forgery> forgeries = new ArrayList<>();
        for (String page : List.of(
                account.getPath() + "?" + account.getQuery(),
                unit,
                "/administration/account-new.xhtml",
                "/administration/requests.xhtml",
                "/administration/units.xhtml",
                "/administration/import.xhtml",
                "/administration/revocation.xhtml",
                "/administration/trace-verification.xhtml",
                "/administration/supervision-agent.xhtml?login=lea.arm-factice",
                "/administration/emergency.xhtml",
                "/profile.xhtml?change=1",
                "/phone.xhtml?change=1",
                "/channels.xhtml",
                "/password.xhtml",
                "/connections.xhtml",
                "/otp.xhtml",
                "/forgotten.xhtml",
                "/secours.xhtml",
                "/psc-direct.xhtml",
                "/bandeau.xhtml")) {
            hugo.go(SERVER.portal(page));
            hugo.find("h1, #agent");
            Forgery.all(hugo, BUTTONS).stream()
                    .filter(forgery -> !forgeries.contains(forgery))
                    .forEach(forgeries::add);
        }
        long deeds = deeds(hugo);

        List<String> unrefused = new ArrayList<>();
        for (Forgery forgery : forgeries) {
            hugo.go(forgery.filledWith("Essai 4242").link());
            if (forgery.ofFaces() && !explains(hugo)) {
                unrefused.add(forgery.fields().keySet() + " of " + forgery.target());
            }
        }

        assertThat(forgeries).as("what was tried").hasSizeGreaterThan(20);
        assertThat(unrefused).as("what was not refused in words").isEmpty();
        assertThat(holdsARole(hugo, account)).as("still logged in, and no role").isFalse();
        real.post(hugo);
        hugo.await().until(page -> deeds(hugo) > deeds);
        assertThat(deeds(hugo)).as("deeds, of which the last was their own").isEqualTo(deeds + 1);
    }

    @ParameterizedTest
    @EnumSource(Make.class)
    void logsNobodyOutAndLeadsNobodyAway(Make make) {
        Browser hugo = administrator(make);
        for (String html : List.of(
                "<a id='bait' href='" + SERVER.portal("/logout") + "'>Planning</a>",
                "<form method='post' action='" + SERVER.portal("/logout")
                        + "'><button id='bait'>Ici</button></form>")) {
            hugo.go(site.showing(HOSTS.get(0), html));
            hugo.click("#bait");
            assertThat(explains(hugo)).isTrue();
            hugo.go(SERVER.portal("/next"));
            hugo.awaitPage("/bandeau.xhtml");
        }
        URI away = site.showing(HOSTS.get(0), "<h1>Ailleurs</h1>");
        hugo.go(SERVER.portal("/language?to=fr&back=" + away));
        assertThat(explains(hugo)).isTrue();
    }

    private static Browser administrator(Make make) {
        Browser hugo = Browser.withCard("cpe-administrateur").in(make).open();
        new Post(hugo).comeInByCard();
        hugo.awaitPage("/bandeau.xhtml");
        return hugo;
    }

    /** A new account without any role, on whose page the browser then stands. */
    private static URI account(Browser hugo, String name, Make make) {
        hugo.go(SERVER.portal("/administration/account-new.xhtml"));
        hugo.type("#given", name);
        hugo.type("#family", make == Make.CHROMIUM ? "Chromium-Factice" : "Firefox-Factice");
        hugo.click("#save");
        hugo.awaitPage("/administration/account.xhtml");
        return hugo.address();
    }

    private static boolean holdsARole(Browser hugo, URI account) {
        hugo.go(account);
        hugo.find("#roles-title");
        return !hugo.driver().findElements(By.cssSelector("#roles li")).isEmpty();
    }

    private static void giveAddress(Browser noe, String address) {
        noe.go(SERVER.portal("/channels.xhtml"));
        OtpSteps steps = new OtpSteps(noe);
        int before = OUTBOX.count(address);
        steps.test("MAIL", address);
        steps.confirm("MAIL", OUTBOX.nextCode(address, before));
    }

    /** Comes upon the bait at this host, and takes it; stands where it leads. */
    private static void take(Browser browser, String host, Bait bait, Forgery forgery) {
        Set<String> before = browser.driver().getWindowHandles();
        browser.go(site.showing(host, bait.html(forgery)));
        if (bait.clicked()) {
            browser.click("#bait");
        }
        if (bait == Bait.WINDOW) {
            browser.await().until(page -> page.getWindowHandles().size() > before.size());
            browser.driver().getWindowHandles().stream()
                    .filter(handle -> !before.contains(handle))
                    .findFirst()
                    .ifPresent(handle -> browser.driver().switchTo().window(handle));
        }
    }

    private static void backTo(Browser browser, String window) {
        if (!browser.driver().getWindowHandle().equals(window)) {
            browser.driver().close();
            browser.driver().switchTo().window(window);
        }
    }

    /** Whether the browser has come to a page of the portal that refuses, says what to do now, and leads back. */
    private static boolean explains(Browser browser) {
        browser.awaitOrigin(SERVER.origin());
        return browser.shows(".refusal .actions a")
                && texts(browser, "article.refusal h1, .refusal .lead, .refusal li").stream()
                                .filter(text -> !text.isBlank())
                                .count()
                        >= 3
                && browser.find("html").getDomAttribute("lang").equals("fr");
    }

    private static List<String> texts(Browser browser, String selector) {
        return browser.driver().findElements(By.cssSelector(selector)).stream()
                .map(WebElement::getText)
                .toList();
    }

    /** How many deeds the trace knows, as an administrator takes it away. */
    private static long deeds(Browser administrator) {
        String trace = (String) administrator
                .driver()
                .executeAsyncScript(
                        "fetch('/administration/trace.jsonl').then(answer => answer.text())" + ".then(arguments[0])");
        return trace.lines()
                .filter(row -> DEEDS.stream().anyMatch(deed -> row.contains("\"kind\":\"" + deed + "\"")))
                .count();
    }
}

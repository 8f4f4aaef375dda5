package fr.sisamu.portail.liberty.browser;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.liberty.Inbox;
import fr.sisamu.portail.liberty.Outbox;
import fr.sisamu.portail.liberty.RunSecrets;
import fr.sisamu.portail.liberty.ServerCopy;
import fr.sisamu.portail.liberty.blackbox.DatabaseServer;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;

/**
 * An ARM who changes a channel late in the shift proves once more who they are and keeps profile and phone; then they take the
 * change back by the link of the message. Each page is looked at.
 */
@ExtendWith(ClosesBrowsers.class)
class FreshProofGuideIT {

    private static final String MAIL = "lea.preuve@chu.example";
    private static final String NUMBER = "06 12 34 56 51";
    private static final Pattern LINK = Pattern.compile("https://\\S+/undo\\.xhtml\\?s=([0-9A-Z]{26})");

    private static DatabaseServer database;
    private static ServerCopy copy;
    private static Inbox inbox;

    @BeforeAll
    static void start() throws Exception {
        database = new DatabaseServer();
        database.start();
        copy = ServerCopy.named("portail-proof-guide");
        copy.set("db.url", database.address());
        copy.startUntilReady();
        copy.awaitCards();
        inbox = new Outbox(copy.server());
    }

    @AfterAll
    static void stop() throws Exception {
        copy.stop();
        database.stop();
    }

    @Test
    void confirmsWhoSitsThereChangesAChannelAndTakesItBack() throws Exception {
        Browser browser = Browser.withCard("cpe-arm-auth")
                .cardPort(copy.server().cardPort())
                .open();
        browser.go(page("/login.xhtml"));
        browser.click("#card");
        new Post(browser).linkPhone("4101");
        browser.awaitPage("/bandeau.xhtml");
        OtpSteps steps = new OtpSteps(browser);
        steps.menu("channels", "/channels.xhtml");
        assertThat(browser.shows("#unproven")).as("just come in").isFalse();
        int before = inbox.count(MAIL);
        steps.test("MAIL", MAIL);
        steps.confirm("MAIL", inbox.nextCode(MAIL, before));

        database.run("update work_session set proved_at = proved_at - interval '11' minute,"
                + " strongly_proved_at = strongly_proved_at - interval '11' minute");
        browser.go(page("/channels.xhtml"));
        browser.find("#unproven");
        browser.look("channels-unproven");
        browser.readInEnglish("channels-unproven");
        steps.test("SMS", NUMBER);
        browser.awaitPage("/proof.xhtml");
        assertThat(browser.text("#reason")).contains("canaux");
        browser.look("proof");
        browser.readInEnglish("proof");

        browser.click("#card");
        browser.awaitPage("/channels.xhtml");
        assertThat(browser.driver().findElement(By.id("input-SMS")).getAttribute("value"))
                .isEqualTo(NUMBER);
        String e164 = "+33612345651";
        before = inbox.count(e164);
        browser.click("#test-SMS");
        steps.confirm("SMS", inbox.nextCode(e164, before));
        browser.click("#back");
        browser.awaitPage("/bandeau.xhtml");
        assertThat(browser.text("[data-phone-number]")).as("the phone").isEqualTo("4101");

        takesItBack(browser);
    }

    private static void takesItBack(Browser browser) {
        URI link = browser.await().until(page -> linkTo(MAIL).orElse(null));
        browser.go(link);
        assertThat(browser.text("#what")).contains("51");
        browser.look("undo");
        browser.readInEnglish("undo");
        assertThat(browser.address().getQuery())
                .as("the language keeps the link")
                .isEqualTo(link.getQuery());
        browser.click("#do");
        assertThat(browser.text("#done")).contains("annulé");
        browser.look("undo-done");

        browser.go(page("/bandeau.xhtml"));
        browser.awaitPage("/login.xhtml");
        browser.go(link);
        assertThat(browser.text("#done")).contains("déjà");
        browser.go(page("/undo.xhtml"));
        browser.look("undo-ask");
        browser.type("#s", "0000 0000");
        browser.click("#show");
        assertThat(browser.text("#refusal")).contains("ne sert plus");
        browser.look("undo-gone");
    }

    private static Optional<URI> linkTo(String address) {
        return inbox.texts(address).stream()
                .map(LINK::matcher)
                .filter(Matcher::find)
                .map(found -> {
                    RunSecrets.keep(found.group(1));
                    return URI.create(found.group());
                })
                .findFirst();
    }

    private static URI page(String path) {
        return copy.server().portal(path);
    }
}

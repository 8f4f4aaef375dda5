package fr.sisamu.portail.liberty.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.liberty.DemonstrationFiles;
import fr.sisamu.portail.liberty.Inbox;
import fr.sisamu.portail.liberty.Outbox;
import fr.sisamu.portail.liberty.RunSecrets;
import fr.sisamu.portail.liberty.ServerCopy;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The link of a notice, from the message to the page and back to the channels of before, as a browser without a script. */
class UndoIT {

    private static final String CARD = "cps-medecin-auth";
    private static final String LOGIN = "camille.factice";
    private static final String PASSWORD = "un vieux tracteur bleu sans roues";
    private static final String NUMBER = "+33612345661";
    private static final String MAIL = "camille.retour@chu.example";
    private static final String THIEF = "voleur@ailleurs.example";
    private static final Pattern LINK = Pattern.compile("(/undo\\.xhtml\\?s=)([0-9A-Z]{26})");

    private static DatabaseServer database;
    private static ServerCopy copy;
    private static Inbox inbox;

    @BeforeAll
    static void start() throws Exception {
        database = new DatabaseServer();
        database.start();
        copy = ServerCopy.named("portail-undo");
        copy.set("db.url", database.address());
        copy.startUntilReady();
        copy.awaitCards();
        inbox = new Outbox(copy.server());
        CredentialSetup.by(copy.server(), CARD, PASSWORD, NUMBER, MAIL);
    }

    @AfterAll
    static void stop() throws Exception {
        copy.stop();
        database.stop();
    }

    /** As if all of it were long ago. */
    @BeforeEach
    void afterALongTime() throws Exception {
        database.run("delete from credential_undo");
        database.run("delete from otp_quota");
        database.run("update otp_channel set verified_at = verified_at - interval '30' day");
    }

    @Test
    void bringsTheChannelsBackAndEndsTheSessionOfWhoeverSatThere() throws Exception {
        try (CardJourney thief = new CardJourney(copy.server(), DemonstrationFiles.card(CARD));
                CardClient owner = CardClient.withoutCard()) {
            thief.toTheFirstPage();
            String secret = changesTheMail(thief);

            Answer shown = owner.get(page(secret));
            assertThat(shown.status()).isEqualTo(200);
            assertThat(shown.body()).contains("v•••@ailleurs.example", "c•••@chu.example", "•• •• •• •• 61");
            assertThat(shown.body()).doesNotContain(THIEF, MAIL, NUMBER);
            assertThat(shown.header("Referrer-Policy")).contains("strict-origin");
            assertThat(shown.header("Cache-Control")).contains("no-store");
            assertThat(mail()).as("to look changes nothing").isEqualTo(THIEF);
            assertThat(thief.get("/channels.xhtml").status()).isEqualTo(200);

            assertThat(owner.post(page(""), "https://evil.example", form(secret))
                            .status())
                    .isEqualTo(403);
            assertThat(mail()).isEqualTo(THIEF);

            int told = inbox.count(MAIL);
            Answer done = owner.post(page(""), copy.server().origin(), form(secret));
            assertThat(done.body()).contains("id=\"done\"", "/forgotten.xhtml");
            assertThat(mail()).isEqualTo(MAIL);
            assertThat(thief.get("/channels.xhtml").header("Location")).contains("/login.xhtml");
            assertThat(owner.post(page(""), copy.server().origin(), form(secret))
                            .body())
                    .as("a second time")
                    .contains("déjà été annulé");
            assertThat(owner.get(page(secret)).body()).contains("déjà été annulé");
            assertThat(awaited(MAIL, told, "annulé")).contains("supervis");
            try (OtpJourney agent = new OtpJourney(copy.server())) {
                agent.toTheFirstPage(LOGIN, PASSWORD, NUMBER);
            }
        }
    }

    @Test
    void withdrawsAPasswordSetByWhoeverSatThere() throws Exception {
        try (CardJourney thief = new CardJourney(copy.server(), DemonstrationFiles.card(CARD));
                CardClient owner = CardClient.withoutCard()) {
            thief.toTheFirstPage();
            int before = inbox.count(NUMBER);
            String chosen = RunSecrets.keep("neuf tortues traversent la route");
            Map<String, String> form = new LinkedHashMap<>();
            form.put("password", chosen);
            form.put("again", chosen);
            form.put("change_SUBMIT", "1");
            form.put("jakarta.faces.ViewState", "stateless");
            form.put("validate", "validate");
            Forms.expect(303, thief.submit("/password.xhtml", form));
            String secret = secretIn(awaited(NUMBER, before, "mot de passe a été changé"));

            owner.post(page(""), copy.server().origin(), form(secret));

            try (OtpJourney agent = new OtpJourney(copy.server())) {
                assertThat(agent.claim(LOGIN, chosen).body()).contains("incorrect");
            }
            database.run("update login_throttle set blocked_until = blocked_until - interval '1' hour");
            CredentialSetup.by(copy.server(), CARD, PASSWORD, NUMBER, MAIL);
        }
    }

    @Test
    void isTooLateAfterADayAndKnowsNoOtherSecret() throws Exception {
        try (CardJourney thief = new CardJourney(copy.server(), DemonstrationFiles.card(CARD));
                CardClient owner = CardClient.withoutCard()) {
            thief.toTheFirstPage();
            String secret = changesTheMail(thief);
            assertThat(owner.get(page(secret.toLowerCase(Locale.ROOT))).body())
                    .as("as typed")
                    .contains("id=\"do\"");
            database.run("update credential_undo set expires_at = expires_at - interval '24' hour");

            assertThat(owner.get(page(secret)).body()).contains("ne sert plus").doesNotContain("id=\"do\"");
            assertThat(owner.post(page(""), copy.server().origin(), form(secret))
                            .body())
                    .contains("ne sert plus");
            assertThat(owner.get(page("0".repeat(26))).body()).contains("ne sert plus");
            assertThat(mail()).isEqualTo(THIEF);
            database.run("update otp_channel set address = '" + MAIL + "' where kind = 'MAIL'");
            thief.logOut();
        }
    }

    private static String changesTheMail(CardJourney thief) throws IOException {
        int before = inbox.count(THIEF);
        int told = inbox.count(MAIL);
        Map<String, String> test = new LinkedHashMap<>(Map.of("kind", "MAIL", "address", THIEF));
        test.put("try-MAIL_SUBMIT", "1");
        test.put("jakarta.faces.ViewState", "stateless");
        test.put("test-MAIL", "test");
        thief.submit("/channels.xhtml", test);
        Map<String, String> prove = new LinkedHashMap<>(Map.of("kind", "MAIL"));
        prove.put("code", inbox.nextCode(THIEF, before));
        prove.put("prove-MAIL_SUBMIT", "1");
        prove.put("jakarta.faces.ViewState", "stateless");
        prove.put("confirm-MAIL", "confirm");
        assertThat(thief.submit("/channels.xhtml", prove).body()).contains(THIEF);
        return secretIn(awaited(MAIL, told, "v•••@ailleurs.example"));
    }

    /** The newest text of this address after so many, once it says this. */
    private static String awaited(String address, int before, String words) {
        long end = System.nanoTime() + Inbox.PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            List<String> texts = inbox.texts(address);
            if (texts.size() > before && texts.get(0).contains(words)) {
                return texts.get(0);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
        throw new AssertionError("nothing of the kind came: " + words);
    }

    private static String secretIn(String text) {
        Matcher link = LINK.matcher(text);
        assertThat(link.find()).as("a link").isTrue();
        return RunSecrets.keep(link.group(2));
    }

    private static URI page(String secret) {
        return copy.server().portal(secret.isEmpty() ? "/undo.xhtml" : "/undo.xhtml?s=" + secret);
    }

    private static Map<String, String> form(String secret) {
        Map<String, String> form = new LinkedHashMap<>(Map.of("s", secret));
        form.put("undo_SUBMIT", "1");
        form.put("jakarta.faces.ViewState", "stateless");
        form.put("do", "do");
        return form;
    }

    private static String mail() throws Exception {
        return database.one("select address from otp_channel where kind = 'MAIL'");
    }
}

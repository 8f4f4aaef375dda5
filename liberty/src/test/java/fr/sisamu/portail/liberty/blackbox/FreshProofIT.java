package fr.sisamu.portail.liberty.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.liberty.DemonstrationFiles;
import fr.sisamu.portail.liberty.Outbox;
import fr.sisamu.portail.liberty.RunSecrets;
import fr.sisamu.portail.liberty.ServerCopy;
import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A post left unlocked with a session of more than ten minutes: whoever sits there changes nothing of how its agent comes
 * in, and its agent loses nothing by proving that it is them. Time goes by in the database.
 */
class FreshProofIT {

    private static final String PASSWORD = "un vieux tracteur bleu sans roues";
    private static final String NUMBER = "+33612345671";
    private static final String MAIL = "camille.preuve@chu.example";
    private static final String DOCTOR_CARD = "cps-medecin-auth";
    private static final String DOCTOR = "camille.factice";
    private static final String DOCTOR_PSC = "899999000013";
    private static final String ARM_CARD = "cpe-arm-auth";
    private static final String THIEF_NUMBER = "06 12 34 56 70";

    private static DatabaseServer database;
    private static ServerCopy copy;

    @BeforeAll
    static void start() throws Exception {
        database = new DatabaseServer();
        database.start();
        copy = ServerCopy.named("portail-proof");
        copy.set("db.url", database.address());
        copy.startUntilReady();
        copy.awaitCards();
        CredentialSetup.by(copy.server(), DOCTOR_CARD, PASSWORD, NUMBER, MAIL);
    }

    @AfterAll
    static void stop() throws Exception {
        copy.stop();
        database.stop();
    }

    @Test
    void isAskedForByCardAndLeavesProfileAndPhoneWhereTheyAre() throws Exception {
        try (CardClient browser = browser(ARM_CARD)) {
            CardJourney agent = new CardJourney(copy.server(), browser);
            agent.toTheBandeau("4101");
            String before = browser.cookie("__Host-session").orElseThrow();
            elevenMinutesGoBy();

            Outbox outbox = new Outbox(copy.server());
            int codes = outbox.count("+33612345670");
            Answer refused = test(agent, THIEF_NUMBER);
            assertThat(location(refused)).isEqualTo("/proof.xhtml?to=CHANNELS");
            assertThat(outbox.count("+33612345670")).isEqualTo(codes);
            String page = agent.open("/proof.xhtml?to=CHANNELS");
            assertThat(page).contains("id=\"card\"").as("no password is set").doesNotContain("id=\"otp\"");

            assertThat(agent.show()).isEqualTo("/channels.xhtml");

            String after = browser.cookie("__Host-session").orElseThrow();
            assertThat(after).as("a fresh token").isNotEqualTo(before);
            assertThat(agent.open("/bandeau.xhtml")).contains("data-phone-number=\"\">4101<");
            assertThat(withToken(before).status()).as("the former token").isEqualTo(303);
            assertThat(agent.open("/channels.xhtml")).as("what was typed").contains("value=\"" + THIEF_NUMBER + "\"");
            assertThat(test(agent, THIEF_NUMBER).body()).contains("id=\"code-SMS\"");
            agent.logOut();
        }
    }

    @Test
    void mayBeGivenByPasswordAndCodeWhichLowersNothing() throws Exception {
        try (CardClient browser = browser(DOCTOR_CARD)) {
            CardJourney agent = new CardJourney(copy.server(), browser);
            agent.toTheFirstPage();
            elevenMinutesGoBy();
            assertThat(location(agent.get("/password.xhtml"))).isEqualTo("/proof.xhtml?to=PASSWORD");
            assertThat(agent.open("/proof.xhtml?to=PASSWORD")).contains("id=\"card\"", "id=\"otp\"", "id=\"psc\"");
            assertThat(agent.open("/otp.xhtml")).contains("id=\"proving\"", "value=\"" + DOCTOR + "\"");

            OtpJourney code = new OtpJourney(copy.server(), browser);
            assertThat(code.prove(DOCTOR, PASSWORD, NUMBER, new Outbox(copy.server())))
                    .isEqualTo("/password.xhtml");

            assertThat(agent.get("/password.xhtml").status()).isEqualTo(200);
            assertThat(open("method || ' ' || level")).isEqualTo("CARD STRONG");
            agent.logOut();
        }
    }

    @Test
    void mayBeGivenByProSanteConnectWhichIsMadeToAskAnew() throws Exception {
        try (CardClient browser = browser(DOCTOR_CARD)) {
            CardJourney agent = new CardJourney(copy.server(), browser);
            PscJourney telephone = new PscJourney(copy.server(), browser);
            telephone.toTheFirstPage(DOCTOR_PSC);
            elevenMinutesGoBy();
            assertThat(location(test(agent, THIEF_NUMBER))).isEqualTo("/proof.xhtml?to=CHANNELS");
            agent.open("/proof.xhtml?to=CHANNELS");

            URI asked = telephone.depart();
            assertThat(asked.getRawQuery()).contains("prompt=login", "max_age=0");
            assertThat(telephone.arrive(telephone.decide(asked, DOCTOR_PSC, "APPROVE")))
                    .isEqualTo("/channels.xhtml");

            assertThat(test(agent, THIEF_NUMBER).body()).contains("id=\"code-SMS\"");
            assertThat(open("method || ' ' || level")).isEqualTo("PRO_SANTE_CONNECT STRONG");
            assertThat(PscJourney.onward(telephone.logOut()).getPath())
                    .as("the log-out there")
                    .endsWith("/logout");
        }
    }

    @Test
    void isNotGivenByTheCardOfSomebodyElseWhoIsToldSo() throws Exception {
        try (CardClient browser = browser(DOCTOR_CARD)) {
            CardJourney agent = new CardJourney(copy.server(), browser);
            agent.toTheFirstPage();
            elevenMinutesGoBy();
            agent.open("/proof.xhtml?to=CHANNELS");

            browser.insertCard(ARM_CARD);
            String where = agent.show();

            assertThat(where).isEqualTo("/proof.xhtml?to=CHANNELS&note=PROOF_OF_ANOTHER");
            assertThat(agent.open(where)).contains("rien n’a changé", "Camille Factice");
            assertThat(location(test(agent, THIEF_NUMBER))).isEqualTo("/proof.xhtml?to=CHANNELS");
            assertThat(database.one("select detail from audit_entry where outcome = 'PROOF_OF_ANOTHER'"))
                    .startsWith("CARD of account");
            browser.insertCard(DOCTOR_CARD);
            agent.open("/proof.xhtml?to=CHANNELS");
            assertThat(agent.show()).as("and its own card goes on").isEqualTo("/channels.xhtml");
            agent.logOut();
        }
    }

    /** Somebody gave up half-way; a colleague comes in at the same post as ever. */
    @Test
    void keepsNoColleagueFromComingInAtThePost() throws Exception {
        try (CardClient browser = browser(DOCTOR_CARD)) {
            CardJourney agent = new CardJourney(copy.server(), browser);
            agent.toTheFirstPage();
            elevenMinutesGoBy();
            agent.open("/proof.xhtml?to=CHANNELS");

            browser.insertCard(ARM_CARD);
            agent.open("/login.xhtml");

            assertThat(agent.show()).isEqualTo("/next");
            agent.logOut();
        }
    }

    @Test
    void isDemandedByEveryFormWhateverPageWasOpenBefore() throws Exception {
        try (CardClient browser = browser(null)) {
            CardJourney agent = new CardJourney(copy.server(), browser);
            OtpJourney code = new OtpJourney(copy.server(), browser);
            code.toTheFirstPage(DOCTOR, PASSWORD, NUMBER);
            assertThat(agent.open("/password.xhtml")).as("no password to guess").doesNotContain("name=\"present\"");
            elevenMinutesGoBy();

            assertThat(location(test(agent, THIEF_NUMBER))).isEqualTo("/proof.xhtml?to=CHANNELS");
            assertThat(location(submit(agent, "/channels.xhtml", "form-SMS", "remove-SMS", Map.of("kind", "SMS"))))
                    .isEqualTo("/proof.xhtml?to=CHANNELS");
            Map<String, String> answer = Map.of("kind", "SMS", "code", "123456");
            assertThat(location(submit(agent, "/channels.xhtml", "form-SMS", "remove-SMS", answer)))
                    .isEqualTo("/proof.xhtml?to=CHANNELS");
            Map<String, String> choice = Map.of("password", RunSecrets.keep("sept girafes lisent le soir"));
            Map<String, String> twice = new LinkedHashMap<>(choice);
            twice.put("again", "sept girafes lisent le soir");
            assertThat(location(submit(agent, "/password.xhtml", "change", "validate", twice)))
                    .isEqualTo("/proof.xhtml?to=PASSWORD");
            assertThat(agent.open("/channels.xhtml")).contains("id=\"address-SMS\"", "id=\"address-MAIL\"");
            agent.logOut();
        }
    }

    private static CardClient browser(String card) {
        return CardClient.keepingConnections(card == null ? null : DemonstrationFiles.card(card));
    }

    private static Answer test(CardJourney agent, String number) throws IOException {
        return submit(agent, "/channels.xhtml", "try-SMS", "test-SMS", Map.of("kind", "SMS", "address", number));
    }

    private static Answer submit(CardJourney agent, String page, String form, String button, Map<String, String> fields)
            throws IOException {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put(form + "_SUBMIT", "1");
        all.put("jakarta.faces.ViewState", "stateless");
        all.put(button, button);
        return agent.submit(page, all);
    }

    private static String location(Answer answer) {
        return Forms.expect(303, answer).header("Location").orElseThrow();
    }

    private static Answer withToken(String token) throws IOException {
        try (CardClient copyOfTheCookie = CardClient.withoutCard()) {
            return copyOfTheCookie.send(org.apache.hc.core5.http.io.support.ClassicRequestBuilder.get(
                            copy.server().portal("/channels.xhtml"))
                    .addHeader("Cookie", "__Host-session=" + token)
                    .build());
        }
    }

    private static void elevenMinutesGoBy() throws SQLException {
        database.run("update work_session set proved_at = proved_at - interval '11' minute,"
                + " strongly_proved_at = strongly_proved_at - interval '11' minute where ended_at is null");
    }

    private static String open(String columns) throws SQLException {
        return database.one("select " + columns + " from work_session where ended_at is null order by id desc");
    }
}

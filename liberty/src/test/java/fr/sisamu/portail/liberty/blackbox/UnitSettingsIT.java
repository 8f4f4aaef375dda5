package fr.sisamu.portail.liberty.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.liberty.Outbox;
import fr.sisamu.portail.liberty.ServerCopy;
import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What units say of the way by code, as their agents meet it on the pages. */
class UnitSettingsIT {

    private static final String PASSWORD = "un vieux tracteur bleu sans roues";
    private static final String NUMBER = "+33612345684";
    private static final String ADDRESS = "noe@chu.example";
    private static final String DOCTOR = "noe.interne";
    private static final String ARM = "anais.factice";

    private static DatabaseServer database;
    private static ServerCopy copy;

    @BeforeAll
    static void start() throws Exception {
        database = new DatabaseServer();
        database.start();
        copy = ServerCopy.named("portail-units");
        copy.set("db.url", database.address());
        copy.startUntilReady();
        copy.awaitCards();
        CredentialSetup.by(copy.server(), "cpf-interne-auth", PASSWORD, NUMBER, ADDRESS);
        // An ARM who has never shown a card, with the password and a number as an import from elsewhere might bring
        // them.
        run("insert into account_password (account_id, hash, set_at) select a.id, p.hash, p.set_at from account a,"
                + " account_password p where a.login_name = '" + ARM + "'");
        run("insert into otp_channel (id, account_id, kind, address, verified_at) select 1000000, a.id, 'SMS',"
                + " '+33612345685', current_timestamp from account a where a.login_name = '" + ARM + "'");
    }

    @AfterAll
    static void stop() throws Exception {
        copy.stop();
        database.stop();
    }

    @BeforeEach
    void asShipped() throws SQLException {
        run("update unit set otp_allowed = true, mail_code_allowed = true, card_first = 'ARM'");
    }

    @Test
    void letNobodyInByCodeWhereTheUnitWantsNone() throws Exception {
        run("update unit set otp_allowed = false");
        assertThat(refusal(DOCTOR)).contains("n’autorise pas la connexion par OTP");
    }

    @Test
    void offerNoMailWhereTheUnitWantsNone() throws Exception {
        try (OtpJourney agent = new OtpJourney(copy.server())) {
            agent.claim(DOCTOR, PASSWORD);
            assertThat(agent.get("/otp-code.xhtml").body()).contains("Recevoir par e-mail");
            run("update unit set mail_code_allowed = false");
            assertThat(agent.get("/otp-code.xhtml").body()).doesNotContain("Recevoir par e-mail");
        }
    }

    @Test
    void wantTheCardOfAnArmFirstUnlessTheySayOtherwise() throws Exception {
        assertThat(refusal(ARM)).contains("première connexion se fait par carte");
        run("update unit set card_first = 'NOBODY'");
        try (OtpJourney agent = new OtpJourney(copy.server())) {
            agent.toTheFirstPage(ARM, PASSWORD, "+33612345685");
        }
    }

    @Test
    void wantTheCardOfEveryoneFirstWhereTheySaySo() throws Exception {
        run("update account set card_seen_at = null where login_name = '" + DOCTOR + "'");
        try (OtpJourney agent = new OtpJourney(copy.server())) {
            agent.toTheFirstPage(DOCTOR, PASSWORD, NUMBER);
        }
        run("update unit set card_first = 'EVERYONE'");
        assertThat(refusal(DOCTOR)).contains("première connexion se fait par carte");
    }

    /** What the page answers to the right password; nothing is sent. */
    private static String refusal(String agent) throws IOException {
        int before = new Outbox(copy.server()).count(NUMBER);
        try (OtpJourney journey = new OtpJourney(copy.server())) {
            String page = journey.claim(agent, PASSWORD).body();
            assertThat(page).contains("id=\"refusal\"");
            assertThat(new Outbox(copy.server()).count(NUMBER)).isEqualTo(before);
            return page;
        }
    }

    private static void run(String sql) throws SQLException {
        database.run(sql);
    }
}

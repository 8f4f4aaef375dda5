package fr.sisamu.portail.liberty.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.liberty.DemonstrationFiles;
import fr.sisamu.portail.liberty.RunningServer;
import fr.sisamu.portail.liberty.ServerCopy;
import java.util.Map;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A database that is not there when the server starts, and one that goes away: the portal says so and heals alone. */
class DatabaseLossIT {

    private static final String READY = "/health/ready";
    private static DatabaseServer database;
    private static ServerCopy copy;

    @BeforeAll
    static void start() throws Exception {
        database = new DatabaseServer();
        copy = ServerCopy.named("portail-database");
        copy.set("db.url", database.address());
        copy.start();
    }

    @AfterAll
    static void stop() throws Exception {
        copy.stop();
        database.stop();
    }

    @Test
    void isToldAndSurvived() throws Exception {
        RunningServer server = copy.server();
        Monitoring monitoring = new Monitoring(server);
        copy.awaitHealth("/health/live", 200);
        copy.awaitHealth("/login.xhtml", 308); // the server lives before its applications do
        try (CardClient anyone = CardClient.withoutCard()) {
            assertThat(anyone.get(server.http(READY)).status()).isEqualTo(503);
            assertThat(loginPage(anyone)).contains("data-state=\"UNAVAILABLE\"");
            Answer machine = anyone.get(server.portal("/api/import/1"));
            assertThat(machine.status()).isEqualTo(503);
            assertThat(machine.body())
                    .as("a machine is told by a word, and a code for the support")
                    .matches("\\{\"error\":\"UNAVAILABLE\",\"supportCode\":\"[0-9A-Z-]{9}\"}");
            assertThat(monitoring.scrape().value("portail_database_available")).isZero();
        }

        database.start();
        copy.awaitHealth(READY, 200);
        copy.awaitCards();
        try (CardJourney agent = new CardJourney(server, DemonstrationFiles.card("cpe-arm-auth"));
                CardJourney late = new CardJourney(server, DemonstrationFiles.card("cps-medecin-auth"))) {
            agent.toTheBandeau("4101");
            monitoring.await(figures -> figures.value("portail_database_available") == 1
                    && figures.value("portail_open_sessions", "method", "CARD", "level", "STRONG") == 1
                    && figures.value("portail_linked_phones") == 1);

            Map<String, String> ticket = late.present();
            database.stop();
            copy.awaitHealth(READY, 503);
            assertToldToAPerson(agent.get("/bandeau.xhtml"));
            assertToldToAPerson(late.redeem(ticket)); // and not that the card was refused
            assertThat(agent.get("/login.xhtml").status()).isEqualTo(200);
            assertToldToAMachine();
            monitoring.await(figures -> figures.value("portail_database_available") == 0);
            assertThat(monitoring.scrape().value("portail_linked_phones"))
                    .as("what was last known")
                    .isOne();

            database.start();
            copy.awaitHealth(READY, 200);
            assertThat(agent.open("/bandeau.xhtml")).as("the bandeau of before").contains("4101");
        }
    }

    private static void assertToldToAPerson(Answer lost) {
        assertThat(lost.status()).isEqualTo(503);
        assertThat(lost.body())
                .as("what to do now, and what to tell the support")
                .contains("téléphone")
                .containsPattern("[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}");
    }

    private static void assertToldToAMachine() throws Exception {
        try (CardClient machine = CardClient.withoutCard()) {
            Answer lost = machine.send(ClassicRequestBuilder.get(copy.server().portal("/scim/v2/Users"))
                    .addHeader("Authorization", "Bearer " + "A".repeat(43))
                    .build());
            assertThat(lost.status()).isEqualTo(503);
            assertThat(lost.header("Content-Type").orElseThrow()).startsWith("application/scim+json");
            assertThat(lost.body())
                    .contains("urn:ietf:params:scim:api:messages:2.0:Error")
                    .containsPattern("code d’assistance [0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}");
        }
    }

    private static String loginPage(CardClient browser) throws Exception {
        return browser.get(copy.server().portal("/login.xhtml")).body();
    }
}

package fr.sisamu.portail.liberty.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.liberty.DemonstrationFiles;
import fr.sisamu.portail.liberty.PostgresServer;
import fr.sisamu.portail.liberty.ServerCopy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The shipped EAR on the database of production: every way in, to the bandeau and out again. */
class PostgreSqlIT {

    private static final String PASSWORD = "un vieux tracteur bleu sans roues";
    private static final String NUMBER = "+33612345671";

    private static PostgresServer database;
    private static ServerCopy copy;

    @BeforeAll
    static void start() throws Exception {
        database = PostgresServer.start();
        copy = ServerCopy.named("portail-postgresql");
        database.serve(copy);
        copy.start();
        copy.awaitHealth("/health/ready", 200);
        copy.awaitCards();
    }

    @AfterAll
    static void stop() throws Exception {
        copy.stop();
        database.close();
    }

    @Test
    void takesACardToTheBandeauAndOut() throws Exception {
        try (CardJourney agent = new CardJourney(copy.server(), DemonstrationFiles.card("cpe-arm-auth"))) {
            agent.toTheBandeau("4101");
            assertThat(agent.open("/bandeau.xhtml")).contains("4101");
            agent.logOut();
            assertThat(agent.get("/bandeau.xhtml").status()).isEqualTo(303);
        }
    }

    @Test
    void takesAPasswordAndACodeToTheFirstPage() throws Exception {
        CredentialSetup.by(copy.server(), "cps-medecin-auth", PASSWORD, NUMBER, "postgresql@chu.example");
        try (OtpJourney agent = new OtpJourney(copy.server())) {
            agent.toTheFirstPage("camille.factice", PASSWORD, NUMBER);
        }
    }
}

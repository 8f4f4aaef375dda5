package fr.sisamu.portail.liberty.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.liberty.DemonstrationFiles;
import fr.sisamu.portail.liberty.Outbox;
import fr.sisamu.portail.liberty.ServerCopy;
import fr.sisamu.portail.partners.igc.Card;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A server that dies in the middle of everything: nobody logs in again, and cards come in without any list server. */
class RestartIT {

    private static final Card ARM = DemonstrationFiles.card("cpe-arm-auth");
    private static final Card ANOTHER = DemonstrationFiles.card("cpe-arm2-auth");
    private static final Card REVOKED = DemonstrationFiles.card("cps-medecin-revoque");
    private static ServerCopy copy;

    @BeforeAll
    static void start() throws IOException {
        copy = ServerCopy.named("portail-restart");
        copy.startUntilReady();
        copy.awaitCards();
    }

    @AfterAll
    static void stop() throws IOException, InterruptedException {
        copy.stop();
    }

    /** A server restarted between the password and the code: the code that was sent still opens the session. */
    @Test
    void keepsALoginThatAwaitsItsCode() throws Exception {
        String number = "+33612345679";
        String password = "un vieux tracteur bleu sans roues";
        CredentialSetup.by(copy.server(), "cps-medecin-auth", password, number, "camille@chu.example");
        Outbox outbox = new Outbox(copy.server());
        int before = outbox.count(number);
        try (OtpJourney doctor = new OtpJourney(copy.server())) {
            assertThat(doctor.claim("camille.factice", password).status()).isEqualTo(303);
            String code = outbox.nextCode(number, before);

            copy.kill();
            copy.startUntilReady();

            assertThat(doctor.answer(code).header("Location")).contains("/next");
            assertThat(doctor.get("/profile.xhtml").status()).isEqualTo(200);
        }
    }

    @Test
    void losesNothing() throws Exception {
        try (CardJourney arm = new CardJourney(copy.server(), ARM);
                CardJourney another = new CardJourney(copy.server(), ANOTHER)) {
            String phoneForm = arm.toTheFirstPage();
            another.toTheBandeau("4102");

            copy.kill();
            copy.set("portail.revocation.urls", "FACTICE AC IGC-SANTE FORT PERSONNES|http://127.0.0.1:1/gone.crl");
            copy.startUntilReady();

            arm.linkPhone(phoneForm, "4101");
            assertThat(another.open("/bandeau.xhtml"))
                    .as("the other agent's bandeau and phone")
                    .contains("4102");
        }
        try (CardJourney later = new CardJourney(copy.server(), ARM)) {
            later.toTheBandeau("4103");
        }
        try (CardClient revoked = CardClient.withCard(REVOKED)) {
            Answer answer = CardAttempt.begin(copy.server(), revoked).present();
            assertThat(answer.body()).contains("REVOKED");
        }
    }
}

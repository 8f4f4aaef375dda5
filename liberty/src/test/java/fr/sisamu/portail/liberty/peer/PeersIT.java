package fr.sisamu.portail.liberty.peer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.liberty.Outbox;
import fr.sisamu.portail.liberty.ServerCopy;
import fr.sisamu.portail.liberty.blackbox.CredentialSetup;
import fr.sisamu.portail.liberty.blackbox.CredentialSetup.Channel;
import fr.sisamu.portail.liberty.blackbox.OtpJourney;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * Codes that travel through a gateway, an SMS centre and a mail relay that others have written. The portal knows no
 * simulated provider here: what arrives at the simulated centre has come through Kannel.
 */
@Tag("peers")
@TestInstance(Lifecycle.PER_CLASS)
class PeersIT {

    private static final String PASSWORD = "un vieux tracteur bleu sans roues";
    private static final String NUMBER = "+33612345695";
    private static final String ADDRESS = "camille@chu.example";

    private final PerlCentre perl = new PerlCentre();
    private final Postfix postfix = new Postfix();
    private ServerCopy copy;
    private Kannel kannel;
    private Outbox telephone;

    PeersIT() throws IOException {}

    @BeforeAll
    void start() throws IOException {
        perl.start();
        postfix.start();
        copy = ServerCopy.named("portail-peers");
        kannel = new Kannel(copy.smppPort());
        copy.set("portail.sms.gateways", "kannel,perl");
        copy.set("portail.sms.kannel.protocol", "HTTP");
        copy.set("portail.sms.kannel.method", "GET");
        copy.set("portail.sms.kannel.url", kannel.form());
        copy.set("portail.sms.kannel.success", "^0: Accepted");
        copy.set("portail.sms.perl.protocol", "SMPP");
        copy.set("portail.sms.perl.host", "127.0.0.1");
        copy.set("portail.sms.perl.port", Integer.toString(perl.port()));
        copy.set("portail.sms.perl.tls", "false");
        copy.set("portail.sms.perl.system-id", "portail");
        copy.set("portail.sms.perl.password", "peerpeer");
        copy.set("portail.sms.perl.sender", "SI-SAMU");
        copy.set("mail.port", Integer.toString(postfix.port()));
        copy.startUntilReady();
        copy.awaitCards();
        kannel.start();
        telephone = new Outbox(copy.server());
        CredentialSetup.by(
                copy.server(),
                "cps-medecin-auth",
                PASSWORD,
                new Channel(NUMBER, telephone),
                new Channel(ADDRESS, postfix));
    }

    @AfterAll
    void stop() throws IOException, InterruptedException {
        copy.stop();
        kannel.close();
        postfix.close();
        perl.close();
    }

    @Test
    void aCodeGoesByHttpToKannelAndOnBySmppToTheTelephone() throws IOException {
        try (OtpJourney agent = new OtpJourney(copy.server())) {
            agent.toTheFirstPage("camille.factice", PASSWORD, NUMBER, telephone);
        }
    }

    @Test
    void aCodeGoesBySmppToAnotherCentreWhenKannelIsGone() throws IOException {
        kannel.stop();
        try (OtpJourney agent = new OtpJourney(copy.server())) {
            agent.toTheFirstPage("camille.factice", PASSWORD, NUMBER, perl);
            perl.awaitReceipt();
        } finally {
            kannel.start();
            kannel.awaitTrust(copy);
        }
    }

    @Test
    void aCodeGoesByStartTlsToPostfixAndIntoTheMailbox() throws IOException {
        try (OtpJourney agent = new OtpJourney(copy.server())) {
            int before = postfix.count(ADDRESS);
            assertThat(agent.claim("camille.factice", PASSWORD).status()).isEqualTo(303);
            agent.press("other");
            assertThat(agent.answer(postfix.nextCode(ADDRESS, before)).header("Location"))
                    .contains("/next");
        }
    }
}

package fr.sisamu.portail.liberty.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.liberty.Outbox;
import fr.sisamu.portail.liberty.Partners;
import fr.sisamu.portail.liberty.RunningServer;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Providers of messages that fail, hang or lie: a code comes by another of them, or the page says what to do. */
@TestInstance(Lifecycle.PER_CLASS)
class MessageOutageIT {

    private static final RunningServer SERVER = RunningServer.demonstration();
    private static final Outbox OUTBOX = new Outbox(SERVER);
    private static final Partners PARTNERS = new Partners(SERVER);
    private static final String PASSWORD = "un vieux tracteur bleu sans roues";
    private static final String NUMBER = "+33612345680";
    private static final String ADDRESS = "andre@chu.example";

    @BeforeAll
    void setCredentials() throws IOException {
        CredentialSetup.by(SERVER, "cps-adeli-auth", PASSWORD, NUMBER, ADDRESS);
    }

    @AfterEach
    void mendEverything() throws Exception {
        for (String partner : new String[] {"smpp", "sms", "smtp"}) {
            fault(partner, "NORMAL");
        }
    }

    /** Providers that are left alone after a failure are believed in again by themselves; the other tests wait for it. */
    @AfterAll
    void awaitRecovery() throws IOException {
        await(SERVER.portal("/login/state"), "\"otp\":{\"state\":\"AVAILABLE\"}");
    }

    private static void await(URI address, String words) throws IOException {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        try (CardClient browser = CardClient.withoutCard()) {
            while (!browser.get(address).body().contains(words)) {
                assertThat(System.nanoTime())
                        .as("« %s » within a minute", words)
                        .isLessThan(end);
                LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
            }
        }
    }

    @Test
    void sendsByTheSecondGatewayWhenTheFirstFails() throws Exception {
        fault("smpp", "FAIL");
        try (OtpJourney agent = new OtpJourney(SERVER)) {
            agent.toTheFirstPage("olivia.infirmier", PASSWORD, NUMBER);
        }
    }

    @Test
    void sendsByTheSecondGatewayWithinTheTimeOutWhenTheFirstHangs() throws Exception {
        fault("smpp", "HANG");
        long begin = System.nanoTime();
        try (OtpJourney agent = new OtpJourney(SERVER)) {
            agent.toTheFirstPage("olivia.infirmier", PASSWORD, NUMBER);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begin))
                .as("the setting of five seconds, and not the minute of the centre")
                .isLessThan(Duration.ofSeconds(15));
    }

    @Test
    void offersTheOtherChannelWhenNoGatewayTakesIt() throws Exception {
        fault("smpp", "FAIL");
        fault("sms", "FAIL");
        int before = OUTBOX.count(ADDRESS);
        try (OtpJourney agent = new OtpJourney(SERVER)) {
            agent.claim("olivia.infirmier", PASSWORD);
            String page = awaitFailure(agent);
            assertThat(page).contains("id=\"other\"");
            agent.press("other");
            String code = OUTBOX.nextCode(ADDRESS, before);
            assertThat(agent.answer(code).header("Location")).contains("/next");
        }
    }

    @Test
    void sendsAsSoonAsProvidersThatWereTooBusyTakeItAgain() throws Exception {
        fault("smpp", "BUSY");
        fault("sms", "BUSY");
        int before = OUTBOX.count(NUMBER);
        try (OtpJourney agent = new OtpJourney(SERVER)) {
            agent.claim("olivia.infirmier", PASSWORD);
            assertThat(agent.get("/otp-code.xhtml").body()).contains("Envoi du code");
            fault("smpp", "NORMAL");
            assertThat(agent.answer(OUTBOX.nextCode(NUMBER, before)).header("Location"))
                    .contains("/next");
        }
    }

    @Test
    void takesNoNonsenseForAYes() throws Exception {
        fault("smpp", "FAIL");
        fault("sms", "GARBAGE");
        try (OtpJourney agent = new OtpJourney(SERVER)) {
            agent.claim("olivia.infirmier", PASSWORD);
            assertThat(awaitFailure(agent)).contains("n’a pas pu partir").contains("id=\"other\"");
        }
    }

    @Test
    void offersTheTelephoneWhenTheMailRelayIsDown() throws Exception {
        fault("smtp", "FAIL");
        try (OtpJourney agent = new OtpJourney(SERVER)) {
            agent.claim("olivia.infirmier", PASSWORD);
            agent.press("other");
            assertThat(awaitFailure(agent)).contains("L’e-mail vers").contains("Recevoir par SMS");
            int before = OUTBOX.count(NUMBER);
            agent.press("other");
            assertThat(agent.answer(OUTBOX.nextCode(NUMBER, before)).header("Location"))
                    .contains("/next");
        }
    }

    /** The simulated centre says of numbers that end in 000 that nothing arrives there. */
    @Test
    void doubtsATelephoneThatReceiptsSayIsDead() throws Exception {
        await(SERVER.http("/health/ready"), "\"SMS smpp\":\"available\"");
        await(SERVER.http("/health/ready"), "\"MAIL smtp\":\"available\"");
        CredentialSetup.by(SERVER, "cpf-interne-auth", PASSWORD, "+33612345000", "noe@chu.example");
        try (OtpJourney agent = new OtpJourney(SERVER)) {
            agent.toTheFirstPage("noe.interne", PASSWORD, "+33612345000");
            assertThat(awaitPage(agent, "/channels.xhtml", "à vérifier")).contains("id=\"state-SMS\"");
        }
    }

    private static String awaitPage(OtpJourney agent, String address, String words) throws IOException {
        String page = agent.get(address).body();
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!page.contains(words)) {
            assertThat(System.nanoTime()).as("« %s » on %s", words, address).isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            page = agent.get(address).body();
        }
        return page;
    }

    private static String awaitFailure(OtpJourney agent) throws IOException {
        return awaitPage(agent, "/otp-code.xhtml", "note warn");
    }

    private static void fault(String partner, String mode) throws IOException, InterruptedException {
        PARTNERS.behave(partner, mode);
    }
}

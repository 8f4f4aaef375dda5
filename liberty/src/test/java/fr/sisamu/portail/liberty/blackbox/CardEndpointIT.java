package fr.sisamu.portail.liberty.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.liberty.DemonstrationFiles;
import fr.sisamu.portail.liberty.RunningServer;
import fr.sisamu.portail.liberty.browser.Browser;
import fr.sisamu.portail.liberty.browser.ClosesBrowsers;
import java.io.IOException;
import java.net.URI;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the server's configuration does with cards, before any code of the portal has its say (ADR 6). */
@ExtendWith({ArquillianExtension.class, ClosesBrowsers.class})
@RunAsClient
class CardEndpointIT {

    private static final RunningServer SERVER = RunningServer.container();
    private static final String CARD = "cpe-arm-auth";

    @Deployment(testable = false)
    static WebArchive echo() {
        return ShrinkWrap.create(WebArchive.class, "echo.war").addClass(CertificateEchoServlet.class);
    }

    @Test
    void seesTheCardThatIsPresented() throws IOException {
        try (CardClient client = CardClient.withCard(CARD)) {
            assertThat(client.get(address()).body()).contains(markingOf(CARD));
        }
    }

    @Test
    void doesNotSeeACardThatWasTakenAway() throws IOException {
        try (CardClient client = CardClient.withCard(CARD)) {
            URI address = address();
            assertThat(client.get(address).body()).contains(markingOf(CARD));

            client.removeCard();

            assertThat(client.get(address).body()).contains(CertificateEchoServlet.NONE);
            assertThat(client.timesAskedForACard()).as("full handshakes").isEqualTo(2);
        }
    }

    @Test
    void keepsNoConnection() throws IOException {
        try (CardClient client = CardClient.withCard(CARD)) {
            assertThat(client.get(address()).header("Connection"))
                    .hasValueSatisfying(value -> assertThat(value).isEqualToIgnoringCase("close"));
        }
    }

    @Test
    void answersWhoHasNoCard() throws IOException {
        try (CardClient client = CardClient.withoutCard()) {
            assertThat(client.get(address()).body()).contains(CertificateEchoServlet.NONE);
        }
    }

    @Test
    void neverAsksForACardOnThePortalsOwnEndpoint() throws IOException {
        try (CardClient client = CardClient.withCard(CARD)) {
            Answer answer = client.get(SERVER.portal("/echo/certificate"));

            assertThat(answer.body()).contains(CertificateEchoServlet.NONE);
            assertThat(client.timesAskedForACard()).isZero();
        }
    }

    @Test
    void seesTheCardOfAChromium() {
        Browser browser = Browser.withCard(CARD).cardPort(SERVER.cardPort()).open();
        browser.go(address());

        assertThat(browser.text("#seen")).isEqualTo(markingOf(CARD));
        browser.assertQuiet();
    }

    @Test
    void seesNoCardOfAChromiumWithoutOne() {
        Browser browser = Browser.withoutCard().cardPort(SERVER.cardPort()).open();
        browser.go(address());

        assertThat(browser.text("#seen")).isEqualTo(CertificateEchoServlet.NONE);
    }

    private static URI address() {
        return SERVER.card("/echo/certificate");
    }

    private static String markingOf(String card) {
        return CertificateEchoServlet.marking(
                DemonstrationFiles.card(card).certificate().getSerialNumber());
    }
}

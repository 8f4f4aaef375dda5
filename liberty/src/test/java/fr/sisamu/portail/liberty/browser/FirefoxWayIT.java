package fr.sisamu.portail.liberty.browser;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.liberty.Outbox;
import fr.sisamu.portail.liberty.RunningServer;
import fr.sisamu.portail.liberty.blackbox.CredentialSetup;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The ways in by Firefox ESR, which most posts run. */
@ExtendWith(ClosesBrowsers.class)
class FirefoxWayIT {

    private static final RunningServer SERVER = RunningServer.demonstration();
    private static final Outbox OUTBOX = new Outbox(SERVER);

    @Test
    void leadsADoctorByCardFromTheProfileToTheBandeau() {
        Browser browser = Browser.withCard("cps-medecin-auth").in(Make.FIREFOX).open();
        Post post = new Post(browser);
        post.comeInByCard();
        post.chooseProfile("Médecin régulateur", "SAMU 2A");
        post.linkPhone("5103");

        browser.awaitPage("/bandeau.xhtml");
        browser.look("firefox-bandeau");
        assertThat(browser.text("#agent")).isEqualTo("Camille Factice");
        assertThat(browser.text("#unit")).isEqualTo("CRRA du SAMU 2A FACTICE");
        assertThat(browser.text("[data-phone-number]")).isEqualTo("5103");
        post.logOut();
    }

    @Test
    void letsAnAgentInByPasswordAndCode() throws IOException {
        String password = "une loutre lit le journal du soir";
        String number = "+33612340077";
        CredentialSetup.by(SERVER, "cpf-interne-auth", password, number, "noe@chu.example");
        Browser browser = Browser.withoutCard().in(Make.FIREFOX).open();
        int before = OUTBOX.count(number);
        new OtpSteps(browser).claim("noe.interne", password);
        browser.awaitPage("/otp-code.xhtml");
        browser.type("#code", OUTBOX.nextCode(number, before));
        browser.click("#validate");
        new Post(browser).linkPhone("4110");

        browser.awaitPage("/bandeau.xhtml");
        assertThat(browser.text("#agent")).isEqualTo("Noé Interne-Factice");
        assertThat(browser.text(".band")).contains("deux facteurs");
        browser.assertQuiet();
        new Post(browser).logOut();
    }

    @Test
    void explainsARefusedCard() {
        Browser browser = Browser.withCard("cps-compte-ferme").in(Make.FIREFOX).open();
        new Post(browser).comeInByCard();

        browser.awaitPage("/card-refused.xhtml");
        assertThat(browser.text("h1")).contains("compte");
        assertThat(browser.text(".support-code")).matches("[0-9A-Z]{4}-[0-9A-Z]{4}");
        browser.look("firefox-refused");
    }
}

package fr.sisamu.portail.liberty.browser;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.liberty.ServerCopy;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The way by Pro Santé Connect against a provider that nobody of us wrote, on another origin than the portal: a Keycloak
 * whose claims bear Pro Santé Connect's names. Only with {@code -Pkeycloak}.
 */
@Tag("keycloak")
@ExtendWith(ClosesBrowsers.class)
@TestInstance(Lifecycle.PER_CLASS)
class IndependentProviderIT {

    private static final String DOCTOR = "899999000013";
    private static final String STRANGER = "899999000054";
    private static final String PASSWORD = "demo-si-samu";

    private ServerCopy portal;
    private Keycloak keycloak;

    @BeforeAll
    void start() throws Exception {
        portal = ServerCopy.named("portail-keycloak");
        keycloak = Keycloak.start(portal.server().origin());
        portal.set("portail.prosanteconnect.issuer", keycloak.issuer());
        portal.set("portail.prosanteconnect.discovery", "openid-configuration");
        portal.set("portail.prosanteconnect.client-authentication", "client_secret_basic");
        portal.set("portail.prosanteconnect.client-secret", PASSWORD);
        portal.startUntilReady();
    }

    @AfterAll
    void stop() throws Exception {
        if (keycloak != null) {
            keycloak.close();
            portal.stop();
        }
    }

    @Test
    void letsTheDoctorInAndOutAtBoth() {
        Browser browser = Browser.withoutCard().open();
        leave(browser);
        logIn(browser, DOCTOR);
        toTheBandeau(browser);
        assertThat(browser.text("#agent")).isEqualTo("Camille Factice");
        assertThat(browser.text(".band")).contains("Pro Santé Connect");

        leave(browser);
        toTheBandeau(browser);

        new Post(browser).logOut();
        assertThat(browser.text(".note")).contains("Pro Santé Connect");
        leave(browser);
        assertThat(browser.find("#password").isDisplayed()).as("asked again").isTrue();
    }

    /** A session here that has ended by itself, on a shared post. */
    @Test
    void asksTheNextOneAtThePostWhoTheyAre() {
        Browser browser = Browser.withoutCard().open();
        leave(browser);
        logIn(browser, DOCTOR);
        toTheBandeau(browser);
        browser.driver().manage().deleteCookieNamed("__Host-session");

        leave(browser);
        assertThat(browser.find("#password").isDisplayed()).isTrue();
        browser.type("#password", PASSWORD);
        browser.click("#kc-login");
        toTheBandeau(browser);
    }

    @Test
    void endsTheSessionWhoseHolderLoggedOutThere() {
        Browser browser = Browser.withoutCard().open();
        leave(browser);
        logIn(browser, DOCTOR);
        toTheBandeau(browser);

        browser.go(URI.create(keycloak.logout()));
        browser.click("#kc-logout");
        browser.find("#kc-page-title");
        browser.go(portal.server().portal("/bandeau.xhtml"));
        browser.awaitPage("/login.xhtml");
    }

    @Test
    void refusesWhomThePortalDoesNotKnow() {
        Browser browser = Browser.withoutCard().open();
        leave(browser);
        logIn(browser, STRANGER);
        browser.awaitPage("/psc-refused.xhtml");
        assertThat(browser.text("h1")).contains("pas encore de compte");
    }

    private void leave(Browser browser) {
        browser.go(portal.server().portal("/login.xhtml"));
        browser.click("#psc");
    }

    private static void logIn(Browser browser, String name) {
        browser.type("#username", name);
        browser.type("#password", PASSWORD);
        browser.click("#kc-login");
    }

    private static void toTheBandeau(Browser browser) {
        new Post(browser).chooseProfile("Médecin coordonnateur", "SAMU 77");
        browser.awaitPage("/bandeau.xhtml");
    }
}

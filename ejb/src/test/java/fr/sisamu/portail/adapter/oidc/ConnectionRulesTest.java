package fr.sisamu.portail.adapter.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sisamu.portail.prosanteconnect.ProSanteConnectStart;
import fr.sisamu.portail.prosanteconnect.PscEnvironment;
import fr.sisamu.portail.testdb.Portal;
import fr.sisamu.portail.testdb.TestDatabase;
import org.junit.jupiter.api.Test;

class ConnectionRulesTest {

    private static Portal portal(String... keysAndValues) {
        Portal portal = new Portal(TestDatabase.of(TestDatabase.Kind.H2))
                .with("portail.url", "https://portail.example")
                .with("portail.prosanteconnect.client-id", "portail")
                .with("portail.prosanteconnect.client-authentication", "client_secret_post")
                .with("portail.prosanteconnect.client-secret", "a-secret");
        for (int i = 0; i < keysAndValues.length; i += 2) {
            portal.with("portail.prosanteconnect." + keysAndValues[i], keysAndValues[i + 1]);
        }
        return portal;
    }

    private static void starts(String... keysAndValues) {
        assertThatCode(() -> portal(keysAndValues).get(ProSanteConnectStart.class))
                .doesNotThrowAnyException();
    }

    private static void refuses(String words, String... keysAndValues) {
        assertThatThrownBy(() -> portal(keysAndValues).get(ProSanteConnectStart.class))
                .hasStackTraceContaining(words);
    }

    @Test
    void startsInEachWorldWithItsOwnAddresses() {
        starts("environment", "PRODUCTION");
        starts("environment", "BAS");
        starts("environment", "BAS", "authorization-endpoint", "https://wallet.bas.psc.esante.gouv.fr/auth");
        starts("environment", "OTHER", "issuer", "https://psc.example/realm");
    }

    @Test
    void knowsTheIssuerOfEachWorldOfTheAns() {
        assertThat(Worlds.issuer(PscEnvironment.BAS))
                .hasToString("Optional[https://auth.bas.psc.esante.gouv.fr/auth/realms/esante-wallet]");
        assertThat(Worlds.issuer(PscEnvironment.PRODUCTION))
                .hasToString("Optional[https://auth.esw.esante.gouv.fr/auth/realms/esante-wallet]");
    }

    @Test
    void refusesToStartWithAddressesOfTwoWorlds() {
        refuses(
                "portail.prosanteconnect.token-endpoint: auth.bas.psc.esante.gouv.fr belongs to BAS",
                "environment",
                "PRODUCTION",
                "token-endpoint",
                "https://auth.bas.psc.esante.gouv.fr/token");
        refuses(
                "portail.prosanteconnect.issuer: auth.esw.esante.gouv.fr belongs to PRODUCTION",
                "environment",
                "BAS",
                "issuer",
                "https://auth.esw.esante.gouv.fr/auth/realms/esante-wallet");
        refuses(
                "portail.prosanteconnect.issuer: auth.bas.esw.esante.gouv.fr belongs to BAS",
                "environment",
                "PRODUCTION",
                "issuer",
                "https://auth.bas.esw.esante.gouv.fr/auth");
        refuses(
                "portail.prosanteconnect.logout-endpoint: psc.example belongs to OTHER",
                "environment",
                "PRODUCTION",
                "logout-endpoint",
                "https://psc.example/logout");
        refuses(
                "issuer: AUTH.ESW.ESANTE.GOUV.FR belongs to PRODUCTION",
                "environment",
                "OTHER",
                "issuer",
                "https://AUTH.ESW.ESANTE.GOUV.FR/auth");
    }

    @Test
    void takesNoHostForOneOfTheAnsThatOnlyLooksLikeIt() {
        assertThat(Worlds.objection(
                        PscEnvironment.PRODUCTION,
                        java.net.URI.create("https://auth.esw.esante.gouv.fr.evil.example/")))
                .isPresent();
        assertThat(Worlds.objection(
                        PscEnvironment.PRODUCTION,
                        java.net.URI.create("https://auth.esw.esante.gouv.fr@evil.example/")))
                .isPresent();
    }

    @Test
    void refusesToStartWithoutWhatTheSettingsNeed() {
        refuses("portail.prosanteconnect.issuer: is missing", "environment", "OTHER");
        refuses("no plain https address", "environment", "OTHER", "issuer", "http://psc.example");
        refuses("algorithms", "algorithms", "RS256,HS256");
        refuses("algorithms", "algorithms", "none");
        refuses("key-store is missing for tls_client_auth", "client-authentication", "tls_client_auth");
        refuses(
                "client-secret is missing for client_secret_basic",
                "client-authentication",
                "client_secret_basic",
                "client-secret",
                "");
        refuses("client-authentication is unknown: client_secret_jwt", "client-authentication", "client_secret_jwt");
        refuses("portail.prosanteconnect.acr is no level: eidas9", "acr", "eidas9");
    }

    @Test
    void asksForNothingWhileThereIsNoClient() {
        starts("client-id", "", "environment", "OTHER", "algorithms", "none");
    }
}

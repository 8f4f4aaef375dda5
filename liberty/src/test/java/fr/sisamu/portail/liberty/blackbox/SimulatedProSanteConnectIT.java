package fr.sisamu.portail.liberty.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.util.JSONObjectUtils;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.op.ReadOnlyOIDCProviderEndpointMetadata;
import fr.sisamu.portail.liberty.DemonstrationFiles;
import fr.sisamu.portail.liberty.RunningServer;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;
import org.junit.jupiter.api.Test;

/** The simulated provider over HTTPS: what unit tests of its parts cannot show, above all mutual TLS. */
class SimulatedProSanteConnectIT {

    private static final RunningServer SERVER = RunningServer.demonstration();
    private static final String CLIENT = "portail-demo";
    private static final URI BACK = SERVER.portal("/prosanteconnect/retour");

    private final CodeVerifier verifier = new CodeVerifier();

    private static OIDCProviderMetadata provider(CardClient client) throws Exception {
        return OIDCProviderMetadata.parse(client.get(SERVER.portal(
                        "/partners/psc/auth/realms/esante-wallet/.well-known/wallet-openid-configuration"))
                .body());
    }

    private static Answer post(CardClient client, URI address, Map<String, String> form) throws IOException {
        return client.post(address, SERVER.origin(), form);
    }

    /** As far as the code that comes back. */
    private String login(CardClient client, OIDCProviderMetadata provider) throws Exception {
        AuthenticationRequest request = new AuthenticationRequest.Builder(
                        ResponseType.CODE, new Scope("openid", "scope_all"), new ClientID(CLIENT), BACK)
                .endpointURI(provider.getAuthorizationEndpointURI())
                .state(new State())
                .nonce(new Nonce())
                .codeChallenge(verifier, CodeChallengeMethod.S256)
                .build();
        Map<String, String> form =
                new HashMap<>(Forms.hidden(client.get(request.toURI()).body()));
        form.put("identifier", "899999000013");
        post(client, SERVER.portal("/partners/psc/wallet/identify"), form);
        form.put("decision", "APPROVE");
        Answer approved = Forms.expect(303, post(client, SERVER.portal("/partners/psc/wallet/decide"), form));
        return AuthenticationResponseParser.parse(
                        URI.create(approved.header("Location").orElseThrow()))
                .toSuccessResponse()
                .getAuthorizationCode()
                .getValue();
    }

    private Answer redeem(CardClient client, URI endpoint, String code) throws IOException {
        return post(
                client,
                endpoint,
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "client_id",
                        CLIENT,
                        "code",
                        code,
                        "redirect_uri",
                        BACK.toString(),
                        "code_verifier",
                        verifier.getValue()));
    }

    private static Answer userInfo(CardClient client, URI endpoint, String token) throws IOException {
        return client.send(ClassicRequestBuilder.get(endpoint)
                .addHeader("Authorization", "Bearer " + token)
                .build());
    }

    @Test
    void knowsThePortalByItsCertificateAndBindsTheTokenToIt() throws Exception {
        try (CardClient client = CardClient.withCard(DemonstrationFiles.pscClient())) {
            OIDCProviderMetadata provider = provider(client);
            ReadOnlyOIDCProviderEndpointMetadata mutualTls = provider.getReadOnlyMtlsEndpointAliases();

            Answer answer = redeem(client, mutualTls.getTokenEndpointURI(), login(client, provider));
            String token = OIDCTokenResponse.parse(JSONObjectUtils.parse(answer.body()))
                    .getOIDCTokens()
                    .getAccessToken()
                    .getValue();

            assertThat(userInfo(client, mutualTls.getUserInfoEndpointURI(), token)
                            .body())
                    .contains("\"SubjectNameID\":\"899999000013\"");
            assertThat(userInfo(client, provider.getUserInfoEndpointURI(), token)
                            .status())
                    .isEqualTo(401);
        }
    }

    @Test
    void knowsNobodyWithoutCertificate() throws Exception {
        try (CardClient stranger = CardClient.withoutCard()) {
            OIDCProviderMetadata provider = provider(stranger);
            String code = login(stranger, provider);

            Answer answer =
                    redeem(stranger, provider.getReadOnlyMtlsEndpointAliases().getTokenEndpointURI(), code);

            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.body()).contains("invalid_client");
        }
    }

    @Test
    void shakesNoHandsWithAPersonsCard() throws Exception {
        try (CardClient doctor = CardClient.withCard("cps-medecin-auth")) {
            URI token = provider(doctor).getReadOnlyMtlsEndpointAliases().getTokenEndpointURI();

            assertThatThrownBy(() -> redeem(doctor, token, "code")).isInstanceOf(IOException.class);
        }
    }

    @Test
    void failsAtOneEndpointOnceOrAtAllUntilToldOtherwise() throws Exception {
        try (CardClient client = CardClient.withoutCard()) {
            URI keys = provider(client).getJWKSetURI();
            post(client, SERVER.portal("/partners/psc/faults"), Map.of("endpoint", "CERTS", "fault", "HTML"));
            assertThat(client.get(keys).header("Content-Type").orElseThrow()).startsWith("text/html");
            assertThat(client.get(keys).header("Content-Type").orElseThrow()).startsWith("application/json");

            post(client, SERVER.portal("/partners/faults/psc"), Map.of("mode", "FAIL"));
            assertThat(client.get(keys).status()).isEqualTo(503);
            post(client, SERVER.portal("/partners/faults/psc"), Map.of("mode", "NORMAL"));
            assertThat(client.get(keys).status()).isEqualTo(200);
        }
    }

    @Test
    void answersLateWithoutHoldingAThread() throws Exception {
        try (CardClient client = CardClient.withoutCard()) {
            post(client, SERVER.portal("/partners/psc/faults"), Map.of("endpoint", "CERTS", "fault", "SLOW"));

            assertThat(client.get(provider(client).getJWKSetURI()).body()).contains("\"keys\"");
        }
    }
}

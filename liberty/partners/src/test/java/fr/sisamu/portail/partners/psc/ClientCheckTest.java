package fr.sisamu.portail.partners.psc;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.TokenErrorResponse;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.PKITLSClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.PrivateKeyJWT;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import fr.sisamu.portail.partners.igc.Card;
import fr.sisamu.portail.partners.igc.Igc;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Clock;
import org.junit.jupiter.api.Test;

/** The ways in which a client may name itself at the token endpoint, and what happens to everybody else. */
class ClientCheckTest {

    private static final URI MUTUAL_TLS = RelyingParty.SETTINGS.mutualTlsEndpoint("token");
    private static final Card ANOTHER = Igc.IGC.card("org-serveur-ssl");

    private final RelyingParty party = new RelyingParty(Clock.systemUTC());

    private AuthorizationCodeGrant grant() throws Exception {
        URI back = party.login("899999000013", Decision.APPROVE);
        return new AuthorizationCodeGrant(RelyingParty.code(back), RelyingParty.CLIENT.redirect(), party.verifier);
    }

    private HTTPResponse redeem(ClientAuthentication authentication) throws Exception {
        return party.redeem(authentication, grant());
    }

    private HTTPResponse redeemWith(X509Certificate certificate) throws Exception {
        HTTPRequest request = new TokenRequest(
                        MUTUAL_TLS,
                        new PKITLSClientAuthentication(RelyingParty.CLIENT.id(), certificate),
                        grant(),
                        null)
                .toHTTPRequest();
        request.setClientX509Certificate(certificate);
        return party.send(request);
    }

    private static PrivateKeyJWT assertion(Card signer, URI audience) throws Exception {
        return new PrivateKeyJWT(
                RelyingParty.CLIENT.id(), audience, JWSAlgorithm.RS256, signer.privateKey(), null, null);
    }

    private static String error(HTTPResponse answer) throws Exception {
        assertThat(answer.getStatusCode()).isEqualTo(401);
        return TokenErrorResponse.parse(answer).getErrorObject().getCode();
    }

    @Test
    void knowsTheClientByItsSecretInEitherPlace() throws Exception {
        Secret secret = RelyingParty.CLIENT.secret();

        assertThat(redeem(new ClientSecretBasic(RelyingParty.CLIENT.id(), secret))
                        .getStatusCode())
                .isEqualTo(200);
        assertThat(redeem(new ClientSecretPost(RelyingParty.CLIENT.id(), secret))
                        .getStatusCode())
                .isEqualTo(200);
    }

    @Test
    void refusesAnotherSecretAndAnotherClient() throws Exception {
        assertThat(error(redeem(new ClientSecretBasic(RelyingParty.CLIENT.id(), new Secret("faux")))))
                .isEqualTo("invalid_client");
        assertThat(error(redeem(new ClientSecretBasic(new ClientID("autre"), RelyingParty.CLIENT.secret()))))
                .isEqualTo("invalid_client");
    }

    @Test
    void knowsTheClientByAnAssertionOnce() throws Exception {
        PrivateKeyJWT assertion = assertion(RelyingParty.CERTIFICATE, RelyingParty.SETTINGS.endpoint("token"));

        assertThat(redeem(assertion).getStatusCode()).isEqualTo(200);
        assertThat(error(redeem(assertion))).isEqualTo("invalid_client");
    }

    @Test
    void refusesAnAssertionByAnotherKeyOrForAnotherProvider() throws Exception {
        assertThat(error(redeem(assertion(ANOTHER, RelyingParty.SETTINGS.endpoint("token")))))
                .isEqualTo("invalid_client");
        assertThat(error(redeem(assertion(RelyingParty.CERTIFICATE, URI.create("https://autre.example.invalid")))))
                .isEqualTo("invalid_client");
    }

    @Test
    void knowsTheClientByItsCertificateAndRefusesAnotherOrganisations() throws Exception {
        assertThat(redeemWith(RelyingParty.CERTIFICATE.certificate()).getStatusCode())
                .isEqualTo(200);
        assertThat(error(redeemWith(ANOTHER.certificate()))).isEqualTo("invalid_client");
    }

    @Test
    void bindsTheAccessTokenToTheCertificate() throws Exception {
        AccessToken token = OIDCTokenResponse.parse(redeemWith(RelyingParty.CERTIFICATE.certificate()))
                .getOIDCTokens()
                .getAccessToken();
        HTTPRequest bound =
                new UserInfoRequest(RelyingParty.SETTINGS.mutualTlsEndpoint("userinfo"), token).toHTTPRequest();
        bound.setClientX509Certificate(RelyingParty.CERTIFICATE.certificate());

        assertThat(party.send(bound).getStatusCode()).isEqualTo(200);
        assertThat(party.userInfo(token).getStatusCode()).isEqualTo(401);
    }
}

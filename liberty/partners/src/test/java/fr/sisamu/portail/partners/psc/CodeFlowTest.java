package fr.sisamu.portail.partners.psc;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenErrorResponse;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.Prompt;
import com.nimbusds.openid.connect.sdk.claims.ACR;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** The authorization code flow, driven by the SDK's own client. */
class CodeFlowTest {

    private static final String DOCTOR = "899999000013";

    private final MovingClock clock = new MovingClock();
    private final RelyingParty party = new RelyingParty(clock);

    private OIDCTokens tokens(URI back) throws Exception {
        return OIDCTokenResponse.parse(party.redeem(back)).getOIDCTokens();
    }

    private static String error(HTTPResponse answer) throws Exception {
        return TokenErrorResponse.parse(answer).getErrorObject().getCode();
    }

    @Test
    void describesItselfAtItsOwnAddressAlone() throws Exception {
        URI issuer = URI.create(RelyingParty.SETTINGS.issuer().getValue());

        OIDCProviderMetadata said =
                OIDCProviderMetadata.parse(party.get(URI.create(issuer + "/.well-known/wallet-openid-configuration"))
                        .getBody());

        assertThat(said.getIssuer()).isEqualTo(RelyingParty.SETTINGS.issuer());
        assertThat(said.getAuthorizationEndpointURI()).hasToString("https://localhost:9443/partners/psc/wallet/auth");
        assertThat(said.getMtlsEndpointAliases().getTokenEndpointURI())
                .hasToString(
                        "https://localhost:9445/partners/psc/auth/realms/esante-wallet/protocol/openid-connect/token");
        assertThat(said.getACRs()).extracting(Object::toString).containsExactly("0", "0");
        assertThat(said.supportsBackChannelLogout()).isTrue();
        assertThat(party.get(URI.create(issuer + "/.well-known/openid-configuration"))
                        .getStatusCode())
                .isEqualTo(404);
    }

    @Test
    void givesTokensThatTheClientCanVerify() throws Exception {
        URI back = party.login(DOCTOR, Decision.APPROVE);
        AuthenticationResponse response = RelyingParty.response(back);
        OIDCTokens tokens = tokens(back);

        IDTokenClaimsSet claims = party.validator().validate(tokens.getIDToken(), party.nonce);

        assertThat(response.getState()).isEqualTo(party.state);
        assertThat(response.getIssuer()).isEqualTo(RelyingParty.SETTINGS.issuer());
        assertThat(claims.getACR()).hasToString("eidas1");
        assertThat(claims.getAuthorizedParty()).hasToString("portail-demo");
        assertThat(tokens.getAccessToken().getLifetime()).isEqualTo(120);
    }

    @Test
    void saysWhoTheHolderIs() throws Exception {
        OIDCTokens tokens = tokens(party.login(DOCTOR, Decision.APPROVE));

        Map<String, Object> claims = party.userInfo(tokens.getAccessToken()).getBodyAsJSONObject();

        assertThat(claims)
                .containsEntry("sub", tokens.getIDToken().getJWTClaimsSet().getSubject())
                .containsEntry("SubjectNameID", DOCTOR)
                .containsEntry("Mode_Acces_Raison", "");
        assertThat((List<?>) claims.get("otherIds"))
                .hasSize(2)
                .last()
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("identifiant", "3999990005/MED0007")
                .containsEntry("origine", "FINESS");
    }

    @Test
    void takesACodeOnceAndWithItsVerifierAlone() throws Exception {
        URI first = party.login(DOCTOR, Decision.APPROVE);
        party.redeem(first);
        URI second = party.get(party.request().build().toURI()).getLocation();
        AuthorizationCodeGrant stolen = new AuthorizationCodeGrant(
                RelyingParty.code(second), RelyingParty.CLIENT.redirect(), new CodeVerifier());

        assertThat(error(party.redeem(first))).isEqualTo("invalid_grant");
        assertThat(error(party.redeem(party.secret(), stolen))).isEqualTo("invalid_grant");
    }

    @Test
    void takesACodeForAMinuteAndATokenForTwo() throws Exception {
        OIDCTokens tokens = tokens(party.login(DOCTOR, Decision.APPROVE));
        URI later = party.get(party.request().build().toURI()).getLocation();

        clock.pass(Duration.ofMinutes(1));
        assertThat(error(party.redeem(later))).isEqualTo("invalid_grant");
        assertThat(party.userInfo(tokens.getAccessToken()).getStatusCode()).isEqualTo(200);

        clock.pass(Duration.ofMinutes(1));
        assertThat(party.userInfo(tokens.getAccessToken()).getStatusCode()).isEqualTo(401);
    }

    @Test
    void tellsARefusalFromARequestThatExpired() throws Exception {
        assertThat(RelyingParty.response(party.login(DOCTOR, Decision.REFUSE))
                        .toErrorResponse()
                        .getErrorObject())
                .isEqualTo(OAuth2Error.ACCESS_DENIED);
        assertThat(RelyingParty.response(party.login(DOCTOR, Decision.EXPIRE))
                        .toErrorResponse()
                        .getErrorObject()
                        .getDescription())
                .isEqualTo("authentication_expired");
    }

    @Test
    void asksNobodyTwiceUntilTheyLogOut() throws Exception {
        OIDCTokens tokens = tokens(party.login(DOCTOR, Decision.APPROVE));
        URI again = party.request().build().toURI();
        assertThat(party.get(again).getStatusCode()).isEqualTo(303);
        assertThat(party.get(party.request().prompt(Prompt.Type.LOGIN).build().toURI())
                        .getBody())
                .contains("Identifiant national");

        URI gone = party.get(new LogoutRequest(
                                RelyingParty.SETTINGS.endpoint("logout"),
                                tokens.getIDToken(),
                                RelyingParty.CLIENT.postLogoutRedirect(),
                                party.state)
                        .toURI())
                .getLocation();

        assertThat(gone).hasToString("https://localhost:9443/prosanteconnect/parti?state=" + party.state);
        assertThat(party.get(again).getBody()).contains("Identifiant national");
        assertThat(RelyingParty.response(party.get(party.request()
                                        .prompt(Prompt.Type.NONE)
                                        .build()
                                        .toURI())
                                .getLocation())
                        .toErrorResponse()
                        .getErrorObject()
                        .getCode())
                .isEqualTo("login_required");
    }

    @Test
    void asksAgainForAHigherLevel() {
        party.login(DOCTOR, Decision.APPROVE);
        URI higher =
                party.request().acrValues(List.of(new ACR("eidas2"))).build().toURI();

        assertThat(party.get(higher).getBody()).contains("Identifiant national");
    }

    @Test
    void sendsNobodyToAnAddressThatIsNotRegistered() throws Exception {
        URI elsewhere = URI.create("https://autre.example.invalid/retour");
        OIDCTokens tokens = tokens(party.login(DOCTOR, Decision.APPROVE));

        HTTPResponse login =
                party.get(party.request().redirectionURI(elsewhere).build().toURI());
        HTTPResponse logout = party.get(
                new LogoutRequest(RelyingParty.SETTINGS.endpoint("logout"), tokens.getIDToken(), elsewhere, null)
                        .toURI());

        assertThat(login.getStatusCode()).isEqualTo(400);
        assertThat(logout.getStatusCode()).isEqualTo(400);
    }

    @Test
    void refusesARequestThatIsNotStrictEnough() throws Exception {
        List<URI> careless = List.of(
                party.request()
                        .codeChallenge(party.verifier, CodeChallengeMethod.PLAIN)
                        .build()
                        .toURI(),
                party.request().nonce(null).build().toURI(),
                party.request().scope(new Scope("openid")).build().toURI(),
                party.request().codeChallenge((CodeVerifier) null, null).build().toURI());

        assertThat(careless)
                .allSatisfy(request -> assertThat(
                                RelyingParty.response(party.get(request).getLocation())
                                        .indicatesSuccess())
                        .isFalse());
    }

    @Test
    void saysThatItKnowsNobodyOfThisIdentifierAndShowsItUnharmed() {
        String key = RelyingParty.key(party.get(party.request().build().toURI()));

        HTTPResponse page =
                party.post("/wallet/identify", Map.of("request", List.of(key), "identifier", List.of("<script>")));

        assertThat(page.getBody()).contains("Aucune e-CPS", "&lt;script&gt;").doesNotContain("<script>");
    }
}

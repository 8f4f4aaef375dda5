package fr.sisamu.portail.partners.psc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.TokenErrorResponse;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.claims.AccessTokenHash;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import java.net.URI;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;

/** Each fault does what it says, to the next login and to no other. */
class LoginFaultTest {

    /** One for all tests, because its keys take a while to make; they leave no fault behind. */
    private static final RelyingParty PARTY = new RelyingParty(Clock.systemUTC());

    @AfterEach
    void forget() {
        PARTY.post("/faults", Map.of("fault", List.of("NONE")));
    }

    private static URI login() {
        return PARTY.login("899999000013", Decision.APPROVE);
    }

    private URI login(LoginFault fault) {
        PARTY.fault(fault);
        return login();
    }

    private OIDCTokens tokens(LoginFault fault) throws Exception {
        return OIDCTokenResponse.parse(PARTY.redeem(login(fault))).getOIDCTokens();
    }

    private JWTClaimsSet claims(LoginFault fault) throws Exception {
        return tokens(fault).getIDToken().getJWTClaimsSet();
    }

    private HTTPResponse userInfo(LoginFault fault) throws Exception {
        return PARTY.userInfo(tokens(fault).getAccessToken());
    }

    static Stream<LoginFault> errors(Stage stage) {
        return Arrays.stream(LoginFault.values())
                .filter(fault -> fault.stage() == stage && fault.error().isPresent());
    }

    static Stream<LoginFault> redirectErrors() {
        return errors(Stage.REDIRECT);
    }

    static Stream<LoginFault> tokenErrors() {
        return errors(Stage.TOKEN_ERROR);
    }

    @ParameterizedTest
    @MethodSource("redirectErrors")
    void comesBackWithTheError(LoginFault fault) throws Exception {
        AuthenticationResponse response = RelyingParty.response(login(fault));

        assertThat(response.getState()).isEqualTo(PARTY.state);
        assertThat(response.toErrorResponse().getErrorObject().getCode())
                .isEqualTo(fault.error().orElseThrow().getCode());
    }

    @ParameterizedTest
    @MethodSource("tokenErrors")
    void refusesTheExchangeWithTheError(LoginFault fault) throws Exception {
        HTTPResponse answer = PARTY.redeem(login(fault));

        assertThat(answer.getStatusCode()).isIn(400, 401);
        assertThat(TokenErrorResponse.parse(answer).getErrorObject().getCode())
                .isEqualTo(fault.error().orElseThrow().getCode());
    }

    @Test
    void comesBackWithAnotherStateCodeOrIssuerOrWithout() throws Exception {
        assertThat(RelyingParty.response(login(LoginFault.WRONG_STATE)).getState())
                .isNotNull()
                .isNotEqualTo(PARTY.state);
        assertThat(login(LoginFault.MISSING_STATE).getQuery()).doesNotContain("state=");
        assertThat(RelyingParty.response(login(LoginFault.OTHER_ISSUER)).getIssuer())
                .isNotEqualTo(RelyingParty.SETTINGS.issuer());
        assertThat(login(LoginFault.MISSING_ISSUER).getQuery()).doesNotContain("iss=");
        assertThat(TokenResponse.parse(PARTY.redeem(login(LoginFault.WRONG_CODE)))
                        .indicatesSuccess())
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "WRONG_NONCE",
                "MISSING_NONCE",
                "WRONG_ISSUER",
                "WRONG_AUDIENCE",
                "ALGORITHM_NONE",
                "ALGORITHM_HS256",
                "EXPIRED",
                "ISSUED_IN_FUTURE",
                "CLOCK_AHEAD",
                "CLOCK_BEHIND",
                "UNKNOWN_KEY",
                "BAD_SIGNATURE",
                "MISSING_SUBJECT"
            })
    void givesATokenThatTheSdkRefuses(LoginFault fault) throws Exception {
        OIDCTokens tokens = tokens(fault);

        assertThatThrownBy(() -> PARTY.validator().validate(tokens.getIDToken(), PARTY.nonce))
                .as(fault.words())
                .isNotNull();
    }

    /** The SDK says nothing of these: its user must look. */
    @Test
    void givesATokenThatOnlyACarefulClientRefuses() throws Exception {
        OIDCTokens wrongHash = tokens(LoginFault.WRONG_ACCESS_TOKEN_HASH);

        assertThat(claims(LoginFault.WRONG_AZP).getStringClaim("azp")).isEqualTo("un-autre-client");
        assertThat(claims(LoginFault.NOT_YET_VALID).getNotBeforeTime()).isInTheFuture();
        assertThat(claims(LoginFault.LOWER_ACR).getStringClaim("acr")).isEqualTo("0");
        assertThat(claims(LoginFault.MISSING_ACR).getClaims()).doesNotContainKey("acr");
        assertThat(claims(LoginFault.SEVERAL_AUDIENCES).getAudience()).hasSize(2);
        assertThat(wrongHash.getIDToken().getJWTClaimsSet().getStringClaim("at_hash"))
                .isNotEqualTo(AccessTokenHash.compute(wrongHash.getAccessToken(), JWSAlgorithm.RS256, null)
                        .getValue());
        assertThat(PARTY.redeem(login(LoginFault.MISSING_ID_TOKEN)).getBodyAsJSONObject())
                .containsKey("access_token")
                .doesNotContainKey("id_token");
    }

    @Test
    void saysOfAnotherPersonOrOfNobody() throws Exception {
        String subject = new Personae().find("899999000013").orElseThrow().subject();

        assertThat(userInfo(LoginFault.USERINFO_OTHER_SUBJECT)
                        .getBodyAsJSONObject()
                        .get("sub"))
                .isNotNull()
                .isNotEqualTo(subject);
        assertThat(userInfo(LoginFault.USERINFO_MISSING_SUBJECT).getBodyAsJSONObject())
                .doesNotContainKey("sub");
        assertThat(userInfo(LoginFault.USERINFO_NO_IDENTIFIER).getBodyAsJSONObject())
                .containsEntry("SubjectNameID", "")
                .doesNotContainKey("otherIds");
        assertThat(userInfo(LoginFault.USERINFO_INVALID_TOKEN).getStatusCode()).isEqualTo(401);
    }

    @Test
    void signsUserInfoBadly() throws Exception {
        assertThat(userInfo(LoginFault.USERINFO_ALGORITHM_NONE)
                        .getBodyAsJWT()
                        .getHeader()
                        .getAlgorithm()
                        .getName())
                .isEqualTo("none");
        assertThat(userInfo(LoginFault.USERINFO_OTHER_AUDIENCE)
                        .getBodyAsJWT()
                        .getJWTClaimsSet()
                        .getAudience())
                .containsExactly("un-autre-client");
        assertThat(PARTY.isSignedByProvider(
                        userInfo(LoginFault.USERINFO_OTHER_AUDIENCE).getBodyAsJWT()))
                .isTrue();
        assertThat(PARTY.isSignedByProvider(
                        userInfo(LoginFault.USERINFO_BAD_SIGNATURE).getBodyAsJWT()))
                .isFalse();
    }

    /** Every fault is spent by the login that it spoils, so that the next one is good. */
    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"USERINFO_BAD_SIGNATURE"})
    void spoilsOneLogin(LoginFault fault) throws Exception {
        URI spoiled = login(fault);
        if (RelyingParty.response(spoiled).indicatesSuccess()) {
            TokenResponse tokens = TokenResponse.parse(PARTY.redeem(spoiled));
            if (tokens.indicatesSuccess()) {
                PARTY.userInfo(tokens.toSuccessResponse().getTokens().getAccessToken());
            }
        }

        OIDCTokens good = OIDCTokenResponse.parse(PARTY.redeem(login())).getOIDCTokens();

        assertThat(PARTY.validator().validate(good.getIDToken(), PARTY.nonce)).isNotNull();
        assertThat(PARTY.userInfo(good.getAccessToken()).getBodyAsJSONObject()).containsKeys("sub", "otherIds");
    }

    @Test
    void spoilsAsManyLoginsAsAskedOrNoneAfterAll() throws Exception {
        PARTY.post("/faults", Map.of("fault", List.of("TOKEN_INVALID_GRANT"), "times", List.of("2")));
        assertThat(PARTY.redeem(login()).getStatusCode()).isEqualTo(400);
        assertThat(PARTY.redeem(login()).getStatusCode()).isEqualTo(400);
        assertThat(PARTY.redeem(login()).getStatusCode()).isEqualTo(200);

        PARTY.fault(LoginFault.TOKEN_INVALID_GRANT);
        PARTY.post("/faults", Map.of("fault", List.of("NONE")));
        assertThat(PARTY.redeem(login()).getStatusCode()).isEqualTo(200);
    }

    @Test
    void refusesAFaultThatItDoesNotKnow() {
        assertThat(PARTY.post("/faults", Map.of("fault", List.of("ODD"))).getStatusCode())
                .isEqualTo(400);
        assertThat(PARTY.post("/faults", Map.of("fault", List.of("EXPIRED"), "times", List.of("-1")))
                        .getStatusCode())
                .isEqualTo(400);
    }

    @Test
    void listsWhatMayGoWrongAndWhatIsAboutTo() throws Exception {
        PARTY.fault(LoginFault.WRONG_NONCE);
        HTTPRequest list = new HTTPRequest(
                HTTPRequest.Method.GET, URI.create(RelyingParty.SETTINGS.origin() + "/partners/psc/faults"));
        assertThat(PARTY.send(list).getBody()).contains("jeton avec un autre");
        list.setAccept("application/json");

        assertThat(PARTY.send(list).getBodyAsJSONObject())
                .containsEntry("waiting", "WRONG_NONCE")
                .extractingByKey("faults")
                .asString()
                .contains("MISSING_ISSUER", "CLOCK_BEHIND");
    }
}

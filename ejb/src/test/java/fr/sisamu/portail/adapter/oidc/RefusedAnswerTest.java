package fr.sisamu.portail.adapter.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWTClaimsSet;
import fr.sisamu.portail.adapter.oidc.StubProvider.Reply;
import fr.sisamu.portail.prosanteconnect.Acr;
import fr.sisamu.portail.prosanteconnect.AttemptSecrets;
import fr.sisamu.portail.prosanteconnect.Callback;
import fr.sisamu.portail.prosanteconnect.Demand;
import fr.sisamu.portail.prosanteconnect.Proof;
import fr.sisamu.portail.prosanteconnect.PscRefusal;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that a provider, or somebody in its place, may get wrong: each refused for its reason. */
class RefusedAnswerTest {

    final OidcWorld world = new OidcWorld();

    @AfterEach
    void close() {
        world.close();
    }

    private void untrusted(String cause) throws Exception {
        world.refused(PscRefusal.UNTRUSTED_ANSWER, cause);
    }

    private Date in(Duration time) {
        return Date.from(world.portal.clock().instant().plus(time));
    }

    private Proof judged(Callback callback) throws Exception {
        return world.provider().judge(callback, OidcWorld.secrets(), Demand.of(Acr.EIDAS1));
    }

    @Test
    void refusesATokenWithoutNonce() throws Exception {
        world.stub.claims = claims -> claims.claim("nonce", null);
        untrusted("no nonce");
    }

    @Test
    void refusesTheNonceOfAnotherAttempt() throws Exception {
        world.stub.claims = claims -> claims.claim("nonce", "another");
        untrusted("the nonce is not that of the attempt");
    }

    @Test
    void refusesAnotherIssuer() throws Exception {
        world.stub.claims = claims -> claims.issuer("https://evil.example/realm");
        untrusted("ID token: issuer https://evil.example/realm");
    }

    @Test
    void refusesATokenForAnotherClient() throws Exception {
        world.stub.claims = claims -> claims.audience("another");
        untrusted("audience [another]");
    }

    @Test
    void refusesATokenAskedForByAnotherParty() throws Exception {
        world.stub.claims = claims -> claims.claim("azp", "another");
        untrusted("authorized party another");
    }

    @Test
    void refusesATokenForSeveralThatNamesNoParty() throws Exception {
        world.stub.claims =
                claims -> claims.audience(List.of("portail", "another")).claim("azp", null);
        untrusted("authorized party null");
    }

    @Test
    void refusesAnUnsignedToken() throws Exception {
        world.stub.sign = StubTokens::unsigned;
        untrusted("algorithm none");
    }

    @Test
    void refusesATokenSignedWithThePublicKeyAsASecret() throws Exception {
        world.stub.sign = claims -> StubTokens.signedWithPublicKey(claims, world.stub.key);
        untrusted("algorithm HS256");
    }

    @Test
    void refusesASignatureThatIsNotOnTheShortList() throws Exception {
        world.stub.sign = claims -> StubTokens.signed(claims, JWSAlgorithm.RS512, world.stub.key);
        untrusted("algorithm RS512");
    }

    @Test
    void refusesAnUnknownKey() throws Exception {
        world.stub.sign = claims -> StubTokens.signed(claims, JWSAlgorithm.RS256, StubTokens.rsa("unknown"));
        untrusted("no key of the provider fits, kid unknown");
    }

    @Test
    void refusesAnotherKeyUnderAKnownName() throws Exception {
        world.stub.sign = claims -> StubTokens.signed(claims, JWSAlgorithm.RS256, StubTokens.rsa("key-1"));
        untrusted("bad signature");
    }

    @Test
    void refusesATokenChangedAfterItWasSigned() throws Exception {
        world.stub.sign = claims -> {
            String[] parts = StubTokens.signed(claims, JWSAlgorithm.RS256, world.stub.key)
                    .split("\\.", -1);
            JWTClaimsSet other =
                    new JWTClaimsSet.Builder(claims).subject("somebody else").build();
            return parts[0] + "." + com.nimbusds.jose.util.Base64URL.encode(other.toString()) + "." + parts[2];
        };
        untrusted("bad signature");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not a token", "a.b.c", "eyJhbGciOiJSUzI1NiJ9..", "....."})
    void refusesWhatIsNoToken(String text) throws Exception {
        world.stub.sign = claims -> text;
        untrusted(text.isEmpty() ? "no ID token" : "no JWT that can be read");
    }

    @Test
    void refusesATokenWithoutSubject() throws Exception {
        world.stub.claims = claims -> claims.subject(null);
        untrusted("no subject");
    }

    @Test
    void refusesATokenWithoutEndOrBeginning() throws Exception {
        world.stub.claims = claims -> claims.expirationTime(null);
        untrusted("no exp");
        world.stub.claims = claims -> claims.issueTime(null);
        untrusted("no iat");
    }

    @Test
    void refusesAnAccessTokenThatTheIdTokenDoesNotName() throws Exception {
        world.stub.claims = claims -> claims.claim("at_hash", "c29tZXRoaW5nIGVsc2U");
        untrusted("at_hash");
    }

    @Test
    void saysThatAClockIsWrongWhenTheTimeAloneIs() throws Exception {
        world.stub.claims =
                claims -> claims.issueTime(in(Duration.ofMinutes(5))).expirationTime(in(Duration.ofMinutes(7)));
        world.refused(PscRefusal.CLOCK, "issued in the future");
        world.stub.claims =
                claims -> claims.issueTime(in(Duration.ofMinutes(-5))).expirationTime(in(Duration.ofMinutes(-3)));
        world.refused(PscRefusal.CLOCK, "has expired");
        world.stub.claims =
                claims -> claims.issueTime(in(Duration.ofMinutes(-5))).expirationTime(in(Duration.ofHours(1)));
        world.refused(PscRefusal.CLOCK, "300 s apart");
        world.stub.claims = claims -> claims.notBeforeTime(in(Duration.ofMinutes(5)));
        world.refused(PscRefusal.CLOCK, "valid in the future");
    }

    @Test
    void doesNotBlameTheClockForAForgedToken() throws Exception {
        world.stub.claims = claims -> claims.issuer("https://evil.example").issueTime(in(Duration.ofMinutes(5)));
        untrusted("issuer");
    }

    @Test
    void bearsAClockThatIsWrongByAMinute() throws Exception {
        world.stub.claims =
                claims -> claims.issueTime(in(Duration.ofMinutes(1))).expirationTime(in(Duration.ofMinutes(3)));
        world.holder();
        world.stub.claims =
                claims -> claims.issueTime(in(Duration.ofSeconds(-65))).expirationTime(in(Duration.ofSeconds(-59)));
        world.holder();
        world.stub.claims = claims -> claims.expirationTime(in(Duration.ofMinutes(-1)));
        world.refused(PscRefusal.CLOCK, "has expired");
    }

    @ParameterizedTest
    @ValueSource(strings = {"eidas0", "0", "EIDAS1", ""})
    void refusesALevelThatItDoesNotKnow(String acr) throws Exception {
        world.stub.claims = claims -> claims.claim("acr", acr);
        world.refused(PscRefusal.LEVEL_TOO_LOW, "asked eidas1");
    }

    @Test
    void refusesALevelThatIsMissing() throws Exception {
        world.stub.claims = claims -> claims.claim("acr", null);
        world.refused(PscRefusal.LEVEL_TOO_LOW, "acr null");
    }

    @Test
    void refusesALowerLevelThanAsked() throws Exception {
        AttemptSecrets secrets = OidcWorld.secrets();
        Callback callback = world.stub.approve(world.provider().authorizationAddress(secrets, Demand.of(Acr.EIDAS2)));

        assertThat(world.provider().judge(callback, secrets, Demand.of(Acr.EIDAS2)))
                .isEqualTo(new Proof.Nothing(PscRefusal.LEVEL_TOO_LOW, "ID token: acr eidas1, asked eidas2"));
    }

    @Test
    void refusesUserinfoAboutSomebodyElse() throws Exception {
        world.stub.userinfo.put("sub", "f:550dc1c8:899999000021");
        untrusted("another subject");
        world.stub.userinfo.remove("sub");
        untrusted("another subject");
    }

    @Test
    void refusesAHolderWhomTheIdTokenNamesOtherwise() throws Exception {
        world.stub.claims = claims -> claims.claim("SubjectNameID", "899999000021");
        untrusted("name different holders");
    }

    @Test
    void refusesUserinfoSignedBySomebodyElse() throws Exception {
        world.stub.answerUserinfo = members -> {
            JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder();
            members.forEach(claims::claim);
            return new Reply(
                    200,
                    "application/jwt",
                    StubTokens.signed(claims.build(), JWSAlgorithm.RS256, StubTokens.rsa("key-1")),
                    Map.of());
        };
        untrusted("userinfo: bad signature");
    }

    /** OpenID Connect Core §5.3.2 asks for no authorized party. */
    @Test
    void takesUserinfoSignedForThisClientAmongOthers() throws Exception {
        world.stub.answerUserinfo =
                members -> signedUserinfo(new JWTClaimsSet.Builder().audience(List.of("portail", "another")));

        assertThat(world.holder().identifier().value()).isEqualTo("899999000013");
    }

    @Test
    void refusesUserinfoSignedForAnotherClientOrByAnotherIssuer() throws Exception {
        world.stub.answerUserinfo = members -> signedUserinfo(new JWTClaimsSet.Builder().audience("another"));
        untrusted("userinfo: audience");
        world.stub.answerUserinfo =
                members -> signedUserinfo(new JWTClaimsSet.Builder().issuer("https://evil.example"));
        untrusted("userinfo: issuer");
    }

    private Reply signedUserinfo(JWTClaimsSet.Builder claims) {
        world.stub.userinfo.forEach(claims::claim);
        return new Reply(
                200,
                "application/jwt",
                StubTokens.signed(claims.build(), JWSAlgorithm.RS256, world.stub.key),
                Map.of());
    }

    @Test
    void refusesAHolderWithoutIdentifier() throws Exception {
        for (Object value : new Object[] {
            "", "  ", "899999000013\u0000", "８99999000013", 899999000013L, List.of("8"), "8".repeat(33)
        }) {
            world.stub.userinfo.put("SubjectNameID", value);
            world.refused(PscRefusal.NO_IDENTIFIER, "SubjectNameID");
        }
        world.stub.userinfo.remove("SubjectNameID");
        world.refused(PscRefusal.NO_IDENTIFIER, "SubjectNameID");
    }

    @Test
    void refusesOtherIdentifiersOfAnotherKind() throws Exception {
        world.stub.userinfo.put("otherIds", Map.of("identifiant", "899999000013"));
        world.refused(PscRefusal.NO_IDENTIFIER, "no list");
        world.stub.userinfo.put("otherIds", List.of("899999000013"));
        world.refused(PscRefusal.NO_IDENTIFIER, "something else");
        world.stub.userinfo.put("otherIds", List.of(Map.of("identifiant", 899999000013L)));
        world.refused(PscRefusal.NO_IDENTIFIER, "no text");
        world.stub.userinfo.put("otherIds", java.util.Collections.nCopies(33, Map.of()));
        world.refused(PscRefusal.NO_IDENTIFIER, "too long");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "invalid_request",
                "unauthorized_client",
                "unsupported_response_type",
                "invalid_scope",
                "server_error",
                "temporarily_unavailable",
                "login_required",
                "interaction_required"
            })
    void tellsTheProvidersErrorInTheCallback(String error) throws Exception {
        Callback callback = new Callback(Optional.of("state"), Optional.empty(), Optional.of(error), Optional.empty());

        assertThat(judged(callback)).isEqualTo(new Proof.Nothing(PscRefusal.PROVIDER_ERROR, "callback: " + error));
    }

    @Test
    void tellsARefusalOfTheHolderApart() throws Exception {
        Callback callback =
                new Callback(Optional.of("state"), Optional.empty(), Optional.of("access_denied"), Optional.empty());

        assertThat(judged(callback)).isEqualTo(new Proof.Nothing(PscRefusal.DENIED, "callback: access_denied"));
    }

    @Test
    void refusesACallbackWithoutCodeAndError() throws Exception {
        assertThat(judged(new Callback(Optional.of("state"), Optional.empty(), Optional.empty(), Optional.empty())))
                .isEqualTo(new Proof.Nothing(PscRefusal.UNTRUSTED_ANSWER, "callback: neither code nor error"));
    }

    @Test
    void refusesTheAnswerOfASecondProviderBeforeTheCodeGoesAnywhere() throws Exception {
        Callback mixedUp = new Callback(
                Optional.of("state"), Optional.of("a"), Optional.empty(), Optional.of("https://evil.example"));

        assertThat(judged(mixedUp))
                .isEqualTo(new Proof.Nothing(PscRefusal.UNTRUSTED_ANSWER, "callback: issuer https://evil.example"));
        assertThat(world.stub.asked("/token")).isZero();
    }

    @Test
    void wantsTheProviderToNameItselfIfItPromisesTo() throws Exception {
        world.stub.document.put("authorization_response_iss_parameter_supported", true);

        untrusted("callback: issuer missing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "invalid_request",
                "invalid_client",
                "invalid_grant",
                "unauthorized_client",
                "unsupported_grant_type",
                "invalid_scope"
            })
    void tellsTheProvidersErrorAtTheTokenEndpoint(String error) throws Exception {
        world.stub.instead.put("/token", Reply.json(400, Map.of("error", error, "error_description", "In words")));

        world.refused(PscRefusal.PROVIDER_ERROR, "token endpoint: " + error + " (In words), status 400");
    }

    @Test
    void tracesNoTokenThatAnErrorQuotes() throws Exception {
        world.stub.instead.put(
                "/token",
                Reply.json(
                        400,
                        Map.of(
                                "error",
                                "invalid_grant",
                                "error_description",
                                "bad code an-access-token-that-nobody-may-see")));

        world.refused(PscRefusal.PROVIDER_ERROR, "invalid_grant (bad code …)");
    }

    @Test
    void refusesACodeThatWorkedBefore() throws Exception {
        AttemptSecrets secrets = OidcWorld.secrets();
        Callback callback = world.stub.approve(world.provider().authorizationAddress(secrets, Demand.of(Acr.EIDAS1)));
        assertThat(world.provider().judge(callback, secrets, Demand.of(Acr.EIDAS1)))
                .isInstanceOf(Proof.Holder.class);

        assertThat(world.provider().judge(callback, secrets, Demand.of(Acr.EIDAS1)))
                .isEqualTo(new Proof.Nothing(
                        PscRefusal.PROVIDER_ERROR, "token endpoint: invalid_grant (Code not valid), status 400"));
    }

    @Test
    void cannotUseACodeWithoutTheVerifierOfItsAttempt() throws Exception {
        Callback stolen =
                world.stub.approve(world.provider().authorizationAddress(OidcWorld.secrets(), Demand.of(Acr.EIDAS1)));

        assertThat(judged(stolen)).isInstanceOf(Proof.Nothing.class);
    }

    @Test
    void refusesTokensThatAreNoBearerTokensOrMissing() throws Exception {
        world.stub.tokens = members -> with(members, "token_type", "DPoP");
        untrusted("no bearer token");
        world.stub.tokens = members -> with(members, "access_token", "");
        untrusted("no access token");
        world.stub.tokens = members -> with(members, "id_token", 7);
        untrusted("no ID token");
    }

    @Test
    void refusesUserinfoThatRejectsTheToken() throws Exception {
        world.stub.instead.put("/userinfo", Reply.json(401, Map.of("error", "invalid_token")));

        world.refused(PscRefusal.PROVIDER_ERROR, "userinfo: status 401");
    }

    private static Map<String, Object> with(Map<String, Object> members, String name, Object value) {
        members.put(name, value);
        return members;
    }

    @Test
    void provesNobodyByALoginOfBeforeOneWasAskedFor() throws Exception {
        world.stub.claims = claims -> claims.claim("auth_time", secondsAgo(61));

        Proof proof = freshly();

        assertThat(proof).isInstanceOf(Proof.LeftOpen.class);
        Proof.LeftOpen earlier = (Proof.LeftOpen) proof;
        assertThat(earlier.cause()).contains("auth_time").doesNotContain("eyJ");
        assertThat(earlier.toString()).doesNotContain("eyJ");
        assertThat(world.provider().logoutAddress(earlier.idToken(), "a-state")).isPresent();
    }

    @Test
    void bearsAClockThatIsAMinuteOff() throws Exception {
        world.stub.claims = claims -> claims.claim("auth_time", secondsAgo(60));

        assertThat(freshly()).isInstanceOf(Proof.Holder.class);
    }

    @Test
    void believesAProviderThatDoesNotSayWhenThePersonAuthenticated() throws Exception {
        world.stub.claims = claims -> claims.claim("auth_time", null);

        assertThat(freshly()).isInstanceOf(Proof.Holder.class);
    }

    @Test
    void takesAnOldLoginWhereNoneWasLeftOpen() throws Exception {
        world.stub.claims = claims -> claims.claim("auth_time", secondsAgo(3600));

        assertThat(world.login()).isInstanceOf(Proof.Holder.class);
    }

    private long secondsAgo(long seconds) {
        return world.portal.clock().instant().minusSeconds(seconds).getEpochSecond();
    }

    private Proof freshly() throws Exception {
        AttemptSecrets secrets = OidcWorld.secrets();
        Demand fresh = new Demand(Acr.EIDAS1, Optional.of(world.portal.clock().instant()));
        return world.provider()
                .judge(world.stub.approve(world.provider().authorizationAddress(secrets, fresh)), secrets, fresh);
    }
}

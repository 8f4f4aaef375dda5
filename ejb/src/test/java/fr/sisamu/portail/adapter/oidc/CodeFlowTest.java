package fr.sisamu.portail.adapter.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import fr.sisamu.portail.account.NationalIdentifier;
import fr.sisamu.portail.adapter.oidc.StubProvider.Reply;
import fr.sisamu.portail.prosanteconnect.Acr;
import fr.sisamu.portail.prosanteconnect.AttemptSecrets;
import fr.sisamu.portail.prosanteconnect.Demand;
import fr.sisamu.portail.prosanteconnect.Proof;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeFlowTest {

    final OidcWorld world = new OidcWorld();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void asksForWhatItWillCheck() throws Exception {
        AttemptSecrets secrets = OidcWorld.secrets();

        URI address = world.provider().authorizationAddress(secrets, Demand.of(Acr.EIDAS1));

        Map<String, List<String>> query = URLUtils.parseParameters(address.getRawQuery());
        assertThat(address.toString())
                .startsWith(world.stub.issuer() + "/auth?")
                .doesNotContain(secrets.verifier());
        assertThat(query)
                .containsEntry("response_type", List.of("code"))
                .containsEntry("client_id", List.of("portail"))
                .containsEntry("redirect_uri", List.of("https://portail.example/prosanteconnect/retour"))
                .containsEntry("scope", List.of("openid scope_all"))
                .containsEntry("acr_values", List.of("eidas1"))
                .containsEntry("state", List.of(secrets.state()))
                .containsEntry("nonce", List.of(secrets.nonce()))
                .containsEntry("code_challenge_method", List.of("S256"))
                .doesNotContainKeys("prompt", "max_age");
    }

    @Test
    void asksThatThePersonAuthenticateAnewWhereALoginMayBeOpen() throws Exception {
        Demand fresh = new Demand(Acr.EIDAS1, Optional.of(world.portal.clock().instant()));

        URI address = world.provider().authorizationAddress(OidcWorld.secrets(), fresh);

        assertThat(URLUtils.parseParameters(address.getRawQuery()))
                .containsEntry("prompt", List.of("login"))
                .containsEntry("max_age", List.of("0"));
    }

    @Test
    void provesTheHolder() throws Exception {
        Proof.Holder holder = world.holder();

        assertThat(holder.identifier()).isEqualTo(new NationalIdentifier("899999000013"));
        assertThat(holder.level()).isEqualTo(Acr.EIDAS1);
        assertThat(holder.session().subject()).isEqualTo(StubProvider.SUBJECT);
        assertThat(holder.session().sessionId()).contains("sid-1");
        assertThat(holder.toString()).doesNotContain("eyJ");
    }

    @Test
    void readsSignedUserinfo() throws Exception {
        world.stub.answerUserinfo = members -> {
            JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder();
            members.forEach(claims::claim);
            return new Reply(
                    200,
                    "application/jwt;charset=UTF-8",
                    StubTokens.signed(claims.build(), JWSAlgorithm.RS256, world.stub.key),
                    Map.of());
        };

        assertThat(world.holder().identifier()).isEqualTo(new NationalIdentifier("899999000013"));
    }

    @Test
    void isContentWithTheHabitsOfTheProvider() throws Exception {
        world.stub.userinfo.put(
                "otherIds",
                List.of(
                        Map.of("identifiant", "899999000013", "origine", "RPPS", "qualite", 1),
                        Map.of("identifiant", "3999990005/MED0007", "origine", "FINESS"),
                        Map.of("identifiant", "", "origine", ""),
                        Map.of("origine", "EDIT"),
                        Map.of("identifiant", "an identifier in words")));
        world.stub.userinfo.put("SubjectRefPro", Map.of("codeCivilite", "MME", "exercices", List.of()));
        world.stub.userinfo.put("Mode_Acces_Raison", "");
        world.stub.userinfo.put("unheard_of", List.of(Map.of("deep", List.of(1, 2))));
        world.stub.userinfo.put("given_name", "");
        world.stub.userinfo.remove("family_name");

        Proof.Holder holder = world.holder();

        assertThat(holder.identifiers().stream().map(NationalIdentifier::value).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("899999000013", "3999990005/MED0007");
        assertThat(holder.givenName() + holder.familyName()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS256", "PS256"})
    void believesTheSignaturesOfRsa(String algorithm) throws Exception {
        world.stub.sign = claims -> StubTokens.signed(claims, JWSAlgorithm.parse(algorithm), world.stub.key);

        world.holder();
    }

    @Test
    void believesTheSignaturesOfEllipticCurves() throws Exception {
        ECKey elliptic = StubTokens.elliptic("ec");
        world.stub.published = new JWKSet(List.of(world.stub.key, elliptic));
        world.stub.sign = claims -> StubTokens.signed(claims, JWSAlgorithm.ES256, elliptic);

        world.holder();
    }

    @Test
    void triesEveryKeyForATokenThatNamesNone() throws Exception {
        com.nimbusds.jose.jwk.RSAKey nameless = new com.nimbusds.jose.jwk.gen.RSAKeyGenerator(2048).generate();
        world.stub.published = new JWKSet(List.of(world.stub.key, nameless));
        world.stub.sign = claims -> StubTokens.signed(claims, JWSAlgorithm.RS256, nameless);

        world.holder();
    }

    @Test
    void takesAHigherLevelThanAsked() throws Exception {
        world.stub.claims = claims -> claims.claim("acr", "eidas3");

        assertThat(world.holder().level()).isEqualTo(Acr.EIDAS3);
    }

    @Test
    void sendsTheBrowserToTheProvidersLogoutWithTheWayBack() throws Exception {
        String token = world.holder().session().idToken();

        URI address = world.provider().logoutAddress(token, "a-state").orElseThrow();

        assertThat(URLUtils.parseParameters(address.getRawQuery()))
                .containsEntry("id_token_hint", List.of(token))
                .containsEntry("post_logout_redirect_uri", List.of("https://portail.example/prosanteconnect/parti"))
                .containsEntry("state", List.of("a-state"));
    }

    @Test
    void knowsNoLogoutPageOfAProviderThatHasNone() throws Exception {
        world.stub.document.remove("end_session_endpoint");
        String token = world.holder().session().idToken();

        assertThat(world.provider().logoutAddress(token, "a-state")).isEqualTo(Optional.empty());
    }

    @Test
    void needsNoDiscoveryWhenTheSettingsNameTheAddresses() throws Exception {
        world.with("authorization-endpoint", world.stub.issuer() + "/auth")
                .with("token-endpoint", world.stub.issuer() + "/token")
                .with("userinfo-endpoint", world.stub.issuer() + "/userinfo")
                .with("keys-endpoint", world.stub.issuer() + "/certs");

        world.holder();

        assertThat(world.stub.asked("/.well-known/wallet-openid-configuration")).isZero();
    }
}

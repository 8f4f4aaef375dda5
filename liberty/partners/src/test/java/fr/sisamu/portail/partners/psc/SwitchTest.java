package fr.sisamu.portail.partners.psc;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWT;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import java.text.ParseException;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Algorithms, keys and the form of userinfo, as switched. */
class SwitchTest {

    private final RelyingParty party = new RelyingParty(Clock.systemUTC());

    private OIDCTokens tokens() throws Exception {
        return OIDCTokenResponse.parse(party.redeem(party.login("899999000013", Decision.APPROVE)))
                .getOIDCTokens();
    }

    private List<String> publishedKeys() throws ParseException {
        return JWKSet.parse(party.get(RelyingParty.SETTINGS.endpoint("certs")).getBody()).getKeys().stream()
                .map(JWK::getKeyID)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"SIGN_RS256, RS256", "SIGN_PS256, PS256", "SIGN_ES256, ES256"})
    void signsByTheAlgorithm(Switch turned, String algorithm) throws Exception {
        party.turn(turned);

        JWT token = tokens().getIDToken();

        assertThat(token.getHeader().getAlgorithm().getName()).isEqualTo(algorithm);
        assertThat(party.isSignedByProvider(token)).isTrue();
    }

    @Test
    void saysWhoSomebodyIsInASignedTokenForTheClient() throws Exception {
        party.turn(Switch.USERINFO_JWT);

        JWT said = party.userInfo(tokens().getAccessToken()).getBodyAsJWT();

        assertThat(party.isSignedByProvider(said)).isTrue();
        assertThat(said.getJWTClaimsSet().getAudience()).containsExactly("portail-demo");
        assertThat(said.getJWTClaimsSet().getStringClaim("SubjectNameID")).isEqualTo("899999000013");
    }

    @Test
    void publishesOldKeysBesideTheNewUntilItDropsThem() throws Exception {
        JWT before = tokens().getIDToken();
        List<String> first = publishedKeys();

        party.turn(Switch.ROTATE_KEYS);
        assertThat(publishedKeys()).hasSize(4).containsAll(first);
        assertThat(party.isSignedByProvider(before)).isTrue();
        assertThat(party.isSignedByProvider(tokens().getIDToken())).isTrue();

        party.turn(Switch.DROP_KEYS);
        assertThat(publishedKeys()).hasSize(2).doesNotContainAnyElementsOf(first);
        assertThat(party.isSignedByProvider(before)).isFalse();
    }

    @Test
    void forgetsWhoHadLoggedIn() throws Exception {
        party.login("899999000013", Decision.APPROVE);
        party.turn(Switch.FORGET_SESSIONS);

        assertThat(party.get(party.request().build().toURI()).getBody()).contains("Identifiant national");
    }
}

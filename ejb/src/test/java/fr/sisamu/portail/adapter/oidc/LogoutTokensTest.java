package fr.sisamu.portail.adapter.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWTClaimsSet;
import fr.sisamu.portail.adapter.oidc.StubProvider.Reply;
import fr.sisamu.portail.prosanteconnect.LogoutNotice;
import fr.sisamu.portail.prosanteconnect.ProviderUnavailableException;
import java.time.Duration;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LogoutTokensTest {

    private static final Map<String, Object> EVENT =
            Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of());

    final OidcWorld world = new OidcWorld();

    @AfterEach
    void close() {
        world.close();
    }

    private JWTClaimsSet claims(UnaryOperator<JWTClaimsSet.Builder> change) {
        return change.apply(new JWTClaimsSet.Builder()
                        .issuer(world.stub.issuer())
                        .audience(StubProvider.CLIENT)
                        .issueTime(Date.from(world.portal.clock().instant()))
                        .jwtID("a-token")
                        .subject(StubProvider.SUBJECT)
                        .claim("sid", "sid-1")
                        .claim("events", EVENT))
                .build();
    }

    private LogoutNotice judge(UnaryOperator<JWTClaimsSet.Builder> change) throws ProviderUnavailableException {
        return world.provider()
                .judgeLogout(StubTokens.signed(claims(change), JWSAlgorithm.RS256, world.stub.key, "logout+jwt"));
    }

    private void refused(String cause, UnaryOperator<JWTClaimsSet.Builder> change) throws Exception {
        LogoutNotice notice = judge(change);
        assertThat(notice).isInstanceOf(LogoutNotice.Invalid.class);
        assertThat(((LogoutNotice.Invalid) notice).cause()).contains(cause).doesNotContain("eyJ");
    }

    @Test
    void believesALogoutToken() throws Exception {
        LogoutNotice.Valid notice = (LogoutNotice.Valid) judge(claims -> claims);

        assertThat(notice.id()).isEqualTo("a-token");
        assertThat(notice.subject()).contains(StubProvider.SUBJECT);
        assertThat(notice.sessionId()).contains("sid-1");
        assertThat(notice.expires()).isEqualTo(world.portal.clock().instant().plus(Duration.ofMinutes(7)));
    }

    @Test
    void isContentWithEitherPersonOrSession() throws Exception {
        assertThat(((LogoutNotice.Valid) judge(claims -> claims.subject(null))).subject())
                .isEqualTo(Optional.empty());
        assertThat(((LogoutNotice.Valid) judge(claims -> claims.claim("sid", null))).sessionId())
                .isEqualTo(Optional.empty());
        refused("neither person nor session", claims -> claims.subject(null).claim("sid", null));
    }

    @Test
    void refusesWhatIsNoLogoutTokenOfTheProviderForThisPortal() throws Exception {
        refused("issuer", claims -> claims.issuer("https://evil.example"));
        refused("audience", claims -> claims.audience("another"));
        refused("events", claims -> claims.claim("events", null));
        refused("events", claims -> claims.claim("events", Map.of("another", Map.of())));
        refused("nonce", claims -> claims.claim("nonce", "a-nonce"));
        refused("jti", claims -> claims.jwtID(null));
        refused("jti", claims -> claims.jwtID("x".repeat(256)));
        refused("no iat", claims -> claims.issueTime(null));
        refused(
                "issued long ago",
                claims -> claims.issueTime(
                        Date.from(world.portal.clock().instant().minus(Duration.ofMinutes(7)))));
    }

    @Test
    void refusesOtherSignatures() throws Exception {
        JWTClaimsSet good = claims(claims -> claims);

        for (String token : new String[] {
            StubTokens.unsigned(good),
            StubTokens.signedWithPublicKey(good, world.stub.key),
            StubTokens.signed(good, JWSAlgorithm.RS256, StubTokens.rsa("key-1")),
            StubTokens.signed(good, JWSAlgorithm.RS256, world.stub.key, "at+jwt"),
            "",
            "x".repeat(100_000)
        }) {
            assertThat(world.provider().judgeLogout(token)).isInstanceOf(LogoutNotice.Invalid.class);
        }
    }

    @Test
    void cannotTellWhileTheKeysCannotBeFetched() {
        world.stub.instead.put("/certs", Reply.html());

        assertThatThrownBy(() -> judge(claims -> claims)).isInstanceOf(ProviderUnavailableException.class);
    }
}

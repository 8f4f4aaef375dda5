package fr.sisamu.portail.partners.psc;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.openid.connect.sdk.claims.AccessTokenHash;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Identity tokens (OpenID Connect Core §2), good ones and, on demand, each bad one. */
final class IdTokens {

    static final Duration LIFE = Duration.ofMinutes(2);

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration CLOCK_ERROR = Duration.ofMinutes(5);

    private final PscSettings settings;
    private final RegisteredClient client;
    private final Signer signer;
    private final Clock clock;

    IdTokens(PscSettings settings, RegisteredClient client, Signer signer, Clock clock) {
        this.settings = settings;
        this.client = client;
        this.signer = signer;
        this.clock = clock;
    }

    JWT issue(Grant grant, AccessToken accessToken, Optional<LoginFault> fault) {
        JWTClaimsSet.Builder claims = claims(grant, accessToken);
        fault.ifPresent(present -> spoil(claims, present, grant));
        JWTClaimsSet content = claims.build();
        return switch (fault.orElse(LoginFault.WRONG_STATE)) {
            case ALGORITHM_NONE -> new PlainJWT(content);
            case ALGORITHM_HS256 -> signedWithSecret(content);
            case UNKNOWN_KEY -> signer.signUnpublished(content);
            case BAD_SIGNATURE -> signer.forge(content);
            default -> signer.sign(content);
        };
    }

    private JWTClaimsSet.Builder claims(Grant grant, AccessToken accessToken) {
        Login login = grant.login();
        Instant now = clock.instant();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(settings.issuer().getValue())
                .subject(login.persona().subject())
                .audience(client.id().getValue())
                .claim("azp", client.id().getValue())
                .jwtID(UUID.randomUUID().toString())
                .claim("typ", "ID")
                .claim("auth_time", login.at().getEpochSecond())
                .claim("sid", login.session())
                .claim("session_state", login.session())
                .claim("acr", login.acr().getValue())
                .claim(
                        "at_hash",
                        AccessTokenHash.compute(accessToken, signer.algorithm(), null)
                                .getValue())
                .claim("preferred_username", login.persona().subjectNameId())
                .claim("given_name", login.persona().givenName())
                .claim("family_name", login.persona().familyName());
        grant.nonce().ifPresent(nonce -> claims.claim("nonce", nonce.getValue()));
        return dated(claims, now);
    }

    private static JWTClaimsSet.Builder dated(JWTClaimsSet.Builder claims, Instant now) {
        return claims.issueTime(Date.from(now)).expirationTime(Date.from(now.plus(LIFE)));
    }

    private void spoil(JWTClaimsSet.Builder claims, LoginFault fault, Grant grant) {
        Instant now = clock.instant();
        switch (fault) {
            case WRONG_NONCE -> claims.claim("nonce", "un-autre-nonce");
            case MISSING_NONCE -> claims.claim("nonce", null);
            case WRONG_ISSUER -> claims.issuer("https://autre.example.invalid/auth/realms/esante-wallet");
            case WRONG_AUDIENCE -> claims.audience("un-autre-client").claim("azp", "un-autre-client");
            case SEVERAL_AUDIENCES ->
                claims.audience(List.of(client.id().getValue(), "un-autre-client"))
                        .claim("azp", null);
            case WRONG_AZP -> claims.claim("azp", "un-autre-client");
            case EXPIRED -> dated(claims, now.minus(HOUR));
            case ISSUED_IN_FUTURE -> dated(claims, now.plus(HOUR));
            case NOT_YET_VALID -> claims.notBeforeTime(Date.from(now.plus(HOUR)));
            case CLOCK_AHEAD -> dated(claims, now.plus(CLOCK_ERROR));
            case CLOCK_BEHIND -> dated(claims, now.minus(CLOCK_ERROR));
            case LOWER_ACR -> claims.claim("acr", lower(grant.login().acr().getValue()));
            case MISSING_ACR -> claims.claim("acr", null);
            case WRONG_ACCESS_TOKEN_HASH -> claims.claim("at_hash", "AAAAAAAAAAAAAAAAAAAAAA");
            case OLD_LOGIN -> claims.claim("auth_time", now.minus(HOUR).getEpochSecond());
            case MISSING_SUBJECT -> claims.subject(null);
            default -> {
                // The signature or the answer around the token is what is wrong.
            }
        }
    }

    /** The level below; below the lowest, the 0 that the discovery document announces. */
    private static String lower(String acr) {
        return switch (acr) {
            case "eidas3" -> "eidas2";
            case "eidas2" -> "eidas1";
            default -> "0";
        };
    }

    /** With the secret repeated up to the 256 bits that the algorithm wants. */
    private JWT signedWithSecret(JWTClaimsSet claims) {
        String secret = client.secret().getValue();
        List<String> repeated = new ArrayList<>();
        for (int length = 0; length < 32; length += secret.length()) {
            repeated.add(secret);
        }
        byte[] bytes = String.join("", repeated).getBytes(StandardCharsets.UTF_8);
        OctetSequenceKey key = new OctetSequenceKey.Builder(bytes).build();
        return Signer.sign(claims, key, "secret", JWSAlgorithm.HS256);
    }
}

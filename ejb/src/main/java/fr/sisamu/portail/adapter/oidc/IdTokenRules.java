package fr.sisamu.portail.adapter.oidc;

import static fr.sisamu.portail.adapter.oidc.ProofRefused.untrusted;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.openid.connect.sdk.claims.AccessTokenHash;
import com.nimbusds.openid.connect.sdk.validators.AccessTokenValidator;
import com.nimbusds.openid.connect.sdk.validators.InvalidHashException;
import fr.sisamu.portail.adapter.oidc.Signatures.Signed;
import fr.sisamu.portail.prosanteconnect.Acr;
import fr.sisamu.portail.prosanteconnect.Demand;
import fr.sisamu.portail.prosanteconnect.ProviderUnavailableException;
import fr.sisamu.portail.prosanteconnect.PscRefusal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** An ID token believed (OpenID Connect Core §3.1.3.7 and §3.1.3.8): every rule, the time last. */
final class IdTokenRules {

    static final String WHAT = "ID token";

    /** A subject has at most 255 characters (§2). */
    private static final int LONGEST_SUBJECT = 255;

    private final Signatures signatures;
    private final TokenRules rules;
    private final Duration oldest;

    /** @param oldest how long ago it may have been issued: it comes straight from the provider */
    IdTokenRules(Signatures signatures, TokenRules rules, Duration oldest) {
        this.signatures = signatures;
        this.rules = rules;
        this.oldest = oldest;
    }

    /** What is asked of the token: the nonce of the attempt, if it has one, and how well it must prove the person. */
    record Asked(Optional<String> nonce, Demand demand) {}

    /** A token that obeys. */
    record Believed(String subject, Acr level, JWTClaimsSet claims) {}

    Believed believed(String text, String accessToken, Asked asked) throws ProofRefused, ProviderUnavailableException {
        Signed token = signatures.verified(WHAT, text);
        JWTClaimsSet claims = token.claims();
        rules.issuer(WHAT, Optional.ofNullable(claims.getIssuer()));
        rules.audienceAndParty(WHAT, claims);
        String subject = TokenRules.text(claims, "sub")
                .filter(name -> name.length() <= LONGEST_SUBJECT)
                .orElseThrow(() -> untrusted(WHAT + ": no subject"));
        if (asked.nonce().isPresent()) {
            nonce(claims, asked.nonce().get());
        }
        accessTokenHash(token, accessToken);
        if (claims.getExpirationTime() == null) {
            throw untrusted(WHAT + ": no exp");
        }
        Acr level = level(claims, asked.demand().level());
        rules.time(WHAT, claims, oldest);
        return new Believed(subject, level, claims);
    }

    /**
     * Why a token that is believed proves nobody who stands there now; empty also where it does not say when the person
     * authenticated, though Core §2 wants {@code auth_time} where {@code max_age} was asked for.
     */
    Optional<String> stale(Believed token, Asked asked) throws ProofRefused {
        Optional<Instant> since = asked.demand().freshSince();
        Optional<Instant> authenticated = authenticatedAt(token);
        return since.isPresent() && authenticated.isPresent() && rules.isBefore(authenticated.get(), since.get())
                ? Optional.of(
                        WHAT + ": auth_time " + authenticated.get() + ", asked to authenticate since " + since.get())
                : Optional.empty();
    }

    /** When the person authenticated at the provider, which may be long ago; empty if the token does not say. */
    static Optional<Instant> authenticatedAt(Believed token) throws ProofRefused {
        return TokenRules.instant(WHAT, token.claims(), "auth_time");
    }

    private static void nonce(JWTClaimsSet claims, String expected) throws ProofRefused {
        Optional<String> nonce = TokenRules.text(claims, "nonce");
        if (nonce.isEmpty()) {
            throw untrusted(WHAT + ": no nonce");
        }
        if (!MessageDigest.isEqual(
                nonce.get().getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8))) {
            throw untrusted(WHAT + ": the nonce is not that of the attempt");
        }
    }

    private static void accessTokenHash(Signed token, String accessToken) throws ProofRefused {
        Object hash = token.claims().getClaim("at_hash");
        if (hash == null) {
            return;
        }
        try {
            AccessTokenValidator.validate(
                    new BearerAccessToken(accessToken),
                    token.jwt().getHeader().getAlgorithm(),
                    new AccessTokenHash(String.valueOf(hash)));
        } catch (InvalidHashException | IllegalArgumentException e) {
            throw untrusted(WHAT + ": the access token is not the one it names (at_hash)");
        }
    }

    private static Acr level(JWTClaimsSet claims, Acr asked) throws ProofRefused {
        Object returned = claims.getClaim("acr");
        return Acr.of(String.valueOf(returned))
                .filter(level -> level.compareTo(asked) >= 0)
                .orElseThrow(() -> new ProofRefused(
                        PscRefusal.LEVEL_TOO_LOW,
                        WHAT + ": acr " + TokenRules.shown(String.valueOf(returned)) + ", asked " + asked.text()));
    }
}

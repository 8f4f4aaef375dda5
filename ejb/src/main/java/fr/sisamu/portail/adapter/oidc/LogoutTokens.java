package fr.sisamu.portail.adapter.oidc;

import static fr.sisamu.portail.adapter.oidc.ProofRefused.untrusted;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.LogoutTokenClaimsSet;
import fr.sisamu.portail.prosanteconnect.LogoutNotice;
import fr.sisamu.portail.prosanteconnect.ProviderUnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Judges log-out tokens (OpenID Connect Back-Channel Logout 1.0 §2.6). */
final class LogoutTokens {

    private static final String WHAT = "log-out token";

    /** §2.4 advises two minutes; a provider that waits for a restart of ours gets five. */
    private static final Duration OLDEST = Duration.ofMinutes(5);

    private static final int LONGEST = 16_384;
    private static final int LONGEST_ID = 255;

    private final Signatures signatures;
    private final TokenRules rules;
    private final Duration skew;
    private final Clock clock;

    LogoutTokens(Signatures signatures, TokenRules rules, Duration skew, Clock clock) {
        this.signatures = signatures;
        this.rules = rules;
        this.skew = skew;
        this.clock = clock;
    }

    LogoutNotice judge(String text) throws ProviderUnavailableException {
        try {
            if (text.length() > LONGEST) {
                throw untrusted(WHAT + ": too long");
            }
            return valid(signatures.verified(WHAT, text).claims());
        } catch (ProofRefused e) {
            return new LogoutNotice.Invalid(e.getMessage());
        }
    }

    private LogoutNotice valid(JWTClaimsSet claims) throws ProofRefused {
        rules.issuer(WHAT, Optional.ofNullable(claims.getIssuer()));
        rules.audienceAndParty(WHAT, claims);
        if (!(claims.getClaim("events") instanceof Map<?, ?> events)
                || !(events.get(LogoutTokenClaimsSet.EVENT_TYPE) instanceof Map<?, ?>)) {
            throw untrusted(WHAT + ": it announces no log-out (events)");
        }
        if (claims.getClaim("nonce") != null) {
            throw untrusted(WHAT + ": it has a nonce, as ID tokens have");
        }
        Optional<String> subject = TokenRules.text(claims, "sub");
        Optional<String> session = TokenRules.text(claims, "sid");
        if (subject.isEmpty() && session.isEmpty()) {
            throw untrusted(WHAT + ": it names neither person nor session");
        }
        String id = TokenRules.text(claims, "jti")
                .filter(name -> name.length() <= LONGEST_ID)
                .orElseThrow(() -> untrusted(WHAT + ": no jti"));
        rules.time(WHAT, claims, OLDEST);
        return new LogoutNotice.Valid(
                id, subject, session, clock.instant().plus(OLDEST).plus(skew).plus(skew));
    }
}

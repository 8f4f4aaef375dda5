package fr.sisamu.portail.adapter.oidc;

import static fr.sisamu.portail.adapter.oidc.ProofRefused.untrusted;

import com.nimbusds.jwt.JWTClaimsSet;
import fr.sisamu.portail.prosanteconnect.PscRefusal;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;

/** The rules that every token of the provider obeys: from whom, for whom, when. */
final class TokenRules {

    private final URI issuer;
    private final String client;
    private final Duration skew;
    private final Clock clock;

    TokenRules(URI issuer, String client, Duration skew, Clock clock) {
        this.issuer = issuer;
        this.client = client;
        this.skew = skew;
        this.clock = clock;
    }

    void issuer(String what, Optional<String> named) throws ProofRefused {
        if (!named.equals(Optional.of(issuer.toString()))) {
            throw untrusted(what + ": issuer " + named.map(TokenRules::shown).orElse("missing"));
        }
    }

    /** For this portal, perhaps among others. */
    void audience(String what, JWTClaimsSet claims) throws ProofRefused {
        if (!claims.getAudience().contains(client)) {
            throw untrusted(what + ": audience " + shown(String.valueOf(claims.getAudience())));
        }
    }

    /**
     * For this portal; and if for others too, or for a party that is named, then at this portal's request (OpenID Connect
     * Core §3.1.3.7, which says so of ID tokens alone).
     */
    void audienceAndParty(String what, JWTClaimsSet claims) throws ProofRefused {
        audience(what, claims);
        Object party = claims.getClaim("azp");
        boolean needed = claims.getAudience().size() > 1;
        if (party == null ? needed : !party.equals(client)) {
            throw untrusted(what + ": authorized party " + shown(String.valueOf(party)));
        }
    }

    /** The last of the rules: when it alone objects, only a clock is wrong. */
    void time(String what, JWTClaimsSet claims, Duration oldest) throws ProofRefused {
        Instant now = clock.instant();
        Instant issued = instant(what, claims, "iat").orElseThrow(() -> untrusted(what + ": no iat"));
        Optional<Instant> expires = instant(what, claims, "exp");
        Optional<Instant> notBefore = instant(what, claims, "nbf");
        if (issued.isAfter(now.plus(skew))) {
            throw clock(what + " was issued in the future", issued, now);
        }
        if (notBefore.isPresent() && notBefore.get().isAfter(now.plus(skew))) {
            throw clock(what + " is valid in the future", notBefore.get(), now);
        }
        if (expires.isPresent() && !now.minus(skew).isBefore(expires.get())) {
            throw clock(what + " has expired", expires.get(), now);
        }
        if (issued.isBefore(now.minus(skew).minus(oldest))) {
            throw clock(what + " was issued long ago", issued, now);
        }
    }

    /** Whether an instant of the provider's clock is before one of ours, however far the two are allowed to be apart. */
    boolean isBefore(Instant theirs, Instant ours) {
        return theirs.isBefore(ours.minus(skew));
    }

    static Optional<Instant> instant(String what, JWTClaimsSet claims, String name) throws ProofRefused {
        try {
            return Optional.ofNullable(claims.getDateClaim(name)).map(Date::toInstant);
        } catch (ParseException e) {
            throw untrusted(what + ": " + name + " is no time");
        }
    }

    static Optional<String> text(JWTClaimsSet claims, String name) {
        return claims.getClaim(name) instanceof String text && !text.isEmpty() ? Optional.of(text) : Optional.empty();
    }

    private static ProofRefused clock(String words, Instant then, Instant now) {
        return new ProofRefused(
                PscRefusal.CLOCK,
                words + ": " + then + ", here it is " + now + ", "
                        + Duration.between(then, now).abs().toSeconds() + " s apart");
    }

    /** A foreign value, short enough for a line of the trace and too short for a token. */
    static String shown(String value) {
        return value.length() <= 100 ? value : value.substring(0, 100) + "…";
    }
}

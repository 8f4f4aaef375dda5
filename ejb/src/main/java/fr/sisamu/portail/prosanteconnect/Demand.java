package fr.sisamu.portail.prosanteconnect;

import java.time.Instant;
import java.util.Optional;

/**
 * How well a login must be proven.
 *
 * @param level the lowest level that lets anybody in
 * @param freshSince where an earlier login may still be open at the provider: it is asked to have the person authenticate
 *     anew (OpenID Connect Core §3.1.2.1, {@code prompt=login} and {@code max_age=0}), and a login of before that instant
 *     is refused
 */
public record Demand(Acr level, Optional<Instant> freshSince) {

    public static Demand of(Acr level) {
        return new Demand(level, Optional.empty());
    }
}

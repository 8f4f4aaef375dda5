package fr.sisamu.portail.prosanteconnect;

import java.time.Instant;
import java.util.Optional;

/**
 * How the provider stands, as the background probe and the latest logins found it.
 *
 * @param failingSince the first failure of those that follow one another; empty while it answers
 */
public record ProviderState(Optional<Instant> failingSince) {

    public boolean available() {
        return failingSince.isEmpty();
    }
}

package fr.sisamu.portail.prosanteconnect;

import java.util.Optional;

/**
 * What ties a work session to the provider's, for the log-out on either side.
 *
 * @param idToken the ID token as it came; a personal datum, sealed before it is kept and shown nowhere
 * @param subject the provider's name for the person (sub)
 * @param sessionId the provider's name for its session (sid), if it has one
 */
public record ProviderSession(String idToken, String subject, Optional<String> sessionId) {

    @Override
    public String toString() {
        return "ProviderSession[…]";
    }
}

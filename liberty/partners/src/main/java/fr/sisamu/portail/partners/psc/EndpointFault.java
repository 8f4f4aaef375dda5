package fr.sisamu.portail.partners.psc;

import fr.sisamu.portail.partners.fault.Delay;
import java.util.Optional;

/** How an endpoint fails to answer. */
enum EndpointFault {
    SLOW("répond après trois secondes"),
    HANG("ne répond pas avant une minute"),
    ERROR("répond une erreur 500"),
    HTML("répond une page au lieu de JSON"),
    HUGE("répond dix mégaoctets"),
    BROKEN_JSON("répond du JSON coupé"),
    REDIRECT_LOOP("redirige vers lui-même");

    private final String words;

    EndpointFault(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /** How long the endpoint waits before it answers as if nothing were wrong. */
    Optional<Delay> delay() {
        return switch (this) {
            case SLOW -> Optional.of(Delay.SLOW);
            case HANG -> Optional.of(Delay.HANG);
            case ERROR, HTML, HUGE, BROKEN_JSON, REDIRECT_LOOP -> Optional.empty();
        };
    }
}

package fr.sisamu.portail.adapter.oidc;

import fr.sisamu.portail.prosanteconnect.PscEnvironment;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * The ANS's two worlds by the names of their hosts. An address of the wrong one, or one without TLS, is an objection: a
 * test identity must open no real session.
 */
final class Worlds {

    private static final String BAS = ".bas.psc.esante.gouv.fr";
    private static final String PRODUCTION = ".esw.esante.gouv.fr";
    private static final String OLD_BAS = ".bas.esw.esante.gouv.fr";

    private Worlds() {}

    /** The issuer of an environment of the ANS. */
    static Optional<URI> issuer(PscEnvironment environment) {
        return switch (environment) {
            case BAS -> Optional.of(URI.create("https://auth" + BAS + "/auth/realms/esante-wallet"));
            case PRODUCTION -> Optional.of(URI.create("https://auth" + PRODUCTION + "/auth/realms/esante-wallet"));
            case OTHER -> Optional.empty();
        };
    }

    /** What there is against this address in this environment. */
    static Optional<String> objection(PscEnvironment environment, URI address) {
        if (!"https".equalsIgnoreCase(address.getScheme())
                || address.getHost() == null
                || address.getUserInfo() != null
                || address.getFragment() != null) {
            return Optional.of("no plain https address: " + address);
        }
        PscEnvironment world = of(address.getHost().toLowerCase(Locale.ROOT));
        return world == environment
                ? Optional.empty()
                : Optional.of(address.getHost() + " belongs to " + world + ", not to " + environment);
    }

    private static PscEnvironment of(String host) {
        if (host.endsWith(BAS) || host.endsWith(OLD_BAS)) {
            return PscEnvironment.BAS;
        }
        return host.endsWith(PRODUCTION) ? PscEnvironment.PRODUCTION : PscEnvironment.OTHER;
    }
}

package fr.sisamu.portail.adapter.oidc;

import fr.sisamu.portail.prosanteconnect.ProSanteConnectSettings;
import fr.sisamu.portail.prosanteconnect.PscEnvironment;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** Settings of the connection that cannot work together, or that would let in whoever should not: named, and thrown. */
final class ConnectionRules {

    private ConnectionRules() {}

    /** The issuer that the settings mean. */
    static URI checked(OidcSettings connection, ProSanteConnectSettings settings) {
        PscEnvironment environment = settings.environment;
        URI issuer = connection
                .issuer
                .or(() -> Worlds.issuer(environment))
                .orElseThrow(() -> wrong("issuer", "is missing for the environment OTHER"));
        addresses(connection, issuer)
                .forEach((name, address) -> address.flatMap(found -> Worlds.objection(environment, found))
                        .ifPresent(objection -> {
                            throw wrong(name, objection);
                        }));
        if (!Signatures.asymmetric(connection.algorithms)) {
            throw wrong("algorithms", "names none, or one that is no signature with a pair of keys");
        }
        ClientProof.objection(connection).ifPresent(objection -> {
            throw wrong("client-authentication", objection);
        });
        return issuer;
    }

    private static Map<String, Optional<URI>> addresses(OidcSettings connection, URI issuer) {
        return Map.of(
                "issuer", Optional.of(issuer),
                "authorization-endpoint", connection.authorizationEndpoint,
                "token-endpoint", connection.tokenEndpoint,
                "userinfo-endpoint", connection.userinfoEndpoint,
                "keys-endpoint", connection.keysEndpoint,
                "logout-endpoint", connection.logoutEndpoint,
                "ciba-endpoint", connection.cibaEndpoint);
    }

    private static IllegalStateException wrong(String key, String words) {
        return new IllegalStateException("portail.prosanteconnect." + key + ": " + words);
    }
}

package fr.sisamu.portail.adapter.oidc;

import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import fr.sisamu.portail.prosanteconnect.ProviderUnavailableException;
import fr.sisamu.portail.prosanteconnect.PscEnvironment;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The provider's addresses: from its discovery document (OpenID Connect Discovery 1.0, mTLS aliases of RFC 8705 §5), unless
 * the settings say otherwise. Kept once known, also while the provider is down.
 */
final class Discovery {

    private static final String WHO = "discovery";

    private final OidcSettings settings;
    private final PscEnvironment environment;
    private final URI issuer;
    private final ProviderHttp http;
    private volatile Optional<Endpoints> known = Optional.empty();

    Discovery(OidcSettings settings, PscEnvironment environment, URI issuer, ProviderHttp http) {
        this.settings = settings;
        this.environment = environment;
        this.issuer = issuer;
        this.http = http;
    }

    URI issuer() {
        return issuer;
    }

    Endpoints endpoints() throws ProviderUnavailableException {
        Optional<Endpoints> now = known;
        return now.isPresent() ? now.get() : fetch();
    }

    /** Fetches the document anew, if it is needed at all. */
    Endpoints fetch() throws ProviderUnavailableException {
        Map<String, Object> document = complete() ? Map.of() : document();
        Map<String, Object> shown = aliased(document);
        Endpoints found = new Endpoints(
                needed(settings.authorizationEndpoint, document, "authorization_endpoint"),
                needed(settings.tokenEndpoint, shown, "token_endpoint"),
                needed(settings.userinfoEndpoint, shown, "userinfo_endpoint"),
                needed(settings.keysEndpoint, document, "jwks_uri"),
                address(settings.logoutEndpoint, document, "end_session_endpoint"),
                address(settings.cibaEndpoint, shown, "backchannel_authentication_endpoint"),
                Boolean.TRUE.equals(document.get("authorization_response_iss_parameter_supported")));
        known = Optional.of(found);
        return found;
    }

    private boolean complete() {
        return Stream.of(
                        settings.authorizationEndpoint,
                        settings.tokenEndpoint,
                        settings.userinfoEndpoint,
                        settings.keysEndpoint)
                .allMatch(Optional::isPresent);
    }

    private Map<String, Object> document() throws ProviderUnavailableException {
        URI address = URI.create(issuer + "/.well-known/" + settings.discovery);
        Map<String, Object> document =
                Json.object(WHO, http.ask(WHO, new HTTPRequest(HTTPRequest.Method.GET, address)));
        Optional<String> named = Json.text(document, "issuer");
        if (!named.equals(Optional.of(issuer.toString()))) {
            throw new ProviderUnavailableException(
                    WHO + ": the document names as issuer " + named.orElse("none"), null);
        }
        return document;
    }

    /** The document with the addresses for those who show a certificate in the place of the others. */
    private Map<String, Object> aliased(Map<String, Object> document) {
        Map<String, Object> addresses = new HashMap<>(document);
        if (settings.clientAuthentication.equals(ClientProof.CERTIFICATE)
                && document.get("mtls_endpoint_aliases") instanceof Map<?, ?> aliases) {
            aliases.forEach((name, alias) -> addresses.put(String.valueOf(name), alias));
        }
        return addresses;
    }

    private URI needed(Optional<URI> set, Map<String, Object> document, String name)
            throws ProviderUnavailableException {
        return address(set, document, name)
                .orElseThrow(() -> new ProviderUnavailableException(WHO + ": the document has no " + name, null));
    }

    private Optional<URI> address(Optional<URI> set, Map<String, Object> document, String name)
            throws ProviderUnavailableException {
        Optional<URI> address = set.or(() -> Json.address(document, name));
        Optional<String> objection = address.flatMap(found -> Worlds.objection(environment, found));
        if (objection.isPresent()) {
            throw new ProviderUnavailableException(WHO + ": " + name + ": " + objection.get(), null);
        }
        return address;
    }
}

package fr.sisamu.portail.adapter.oidc;

import java.net.URI;
import java.util.Optional;

/**
 * Where the provider is asked what.
 *
 * @param namesItself whether it promises to name itself in every answer (RFC 9207)
 */
record Endpoints(
        URI authorization,
        URI token,
        URI userinfo,
        URI keys,
        Optional<URI> logout,
        Optional<URI> ciba,
        boolean namesItself) {}

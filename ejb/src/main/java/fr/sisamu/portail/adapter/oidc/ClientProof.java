package fr.sisamu.portail.adapter.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.JWTAuthenticationClaimsSet;
import com.nimbusds.oauth2.sdk.auth.PKITLSClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.PrivateKeyJWT;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.Audience;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.JWTID;
import fr.sisamu.portail.prosanteconnect.ProviderUnavailableException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.Set;

/**
 * How the portal proves who it is: by the certificate of the connection (RFC 8705 §2.1), by an assertion that it signs (RFC
 * 7523 §2.2), or by a secret (RFC 6749 §2.3.1).
 */
final class ClientProof {

    static final String CERTIFICATE = "tls_client_auth";
    static final String SIGNATURE = "private_key_jwt";
    static final String BASIC = "client_secret_basic";
    static final String POST = "client_secret_post";

    private static final Set<String> WITH_KEY = Set.of(CERTIFICATE, SIGNATURE);
    private static final Set<String> WITH_SECRET = Set.of(BASIC, POST);

    private static final Duration ASSERTION_LIFETIME = Duration.ofMinutes(1);

    private final OidcSettings settings;
    private final ClientID client;
    private final URI issuer;
    private final Optional<ClientKey> key;
    private final Clock clock;

    ClientProof(OidcSettings settings, String clientId, URI issuer, Optional<ClientKey> key, Clock clock) {
        this.settings = settings;
        this.client = new ClientID(clientId);
        this.issuer = issuer;
        this.key = key;
        this.clock = clock;
    }

    /** What is missing in the settings for the way that they name. */
    static Optional<String> objection(OidcSettings settings) {
        String way = settings.clientAuthentication;
        if (WITH_KEY.contains(way)) {
            return settings.keyStore.isPresent() ? Optional.empty() : Optional.of("key-store is missing for " + way);
        }
        if (WITH_SECRET.contains(way)) {
            return settings.clientSecret.isPresent()
                    ? Optional.empty()
                    : Optional.of("client-secret is missing for " + way);
        }
        return Optional.of("client-authentication is unknown: " + way);
    }

    ClientID client() {
        return client;
    }

    ClientAuthentication proof() throws ProviderUnavailableException {
        return switch (settings.clientAuthentication) {
            case CERTIFICATE ->
                new PKITLSClientAuthentication(client, key.orElseThrow().certificate());
            case SIGNATURE -> assertion(key.orElseThrow());
            case BASIC -> new ClientSecretBasic(client, new Secret(settings.clientSecret.orElseThrow()));
            default -> new ClientSecretPost(client, new Secret(settings.clientSecret.orElseThrow()));
        };
    }

    /** For the issuer alone: an assertion for one provider is worth nothing at another. */
    private PrivateKeyJWT assertion(ClientKey signer) throws ProviderUnavailableException {
        Instant now = clock.instant();
        JWTAuthenticationClaimsSet claims = new JWTAuthenticationClaimsSet(
                client,
                new Audience(issuer).toSingleAudienceList(),
                Date.from(now.plus(ASSERTION_LIFETIME)),
                null,
                Date.from(now),
                new JWTID());
        boolean elliptic = signer.key().getAlgorithm().equals("EC");
        try {
            return new PrivateKeyJWT(
                    claims,
                    elliptic ? JWSAlgorithm.ES256 : JWSAlgorithm.RS256,
                    signer.key(),
                    settings.keyId.orElse(null),
                    null);
        } catch (JOSEException e) {
            throw new ProviderUnavailableException("the portal's key cannot sign", e);
        }
    }
}

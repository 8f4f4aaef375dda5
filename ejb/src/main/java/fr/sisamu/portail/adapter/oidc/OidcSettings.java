package fr.sisamu.portail.adapter.oidc;

import jakarta.enterprise.context.Dependent;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperties;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Keys {@code portail.prosanteconnect.*} of the connection to the provider; each is described in
 * META-INF/microprofile-config.properties.
 */
@ConfigProperties(prefix = "portail.prosanteconnect")
@Dependent
public class OidcSettings {

    public Optional<URI> issuer;

    public String discovery;

    @ConfigProperty(name = "authorization-endpoint")
    public Optional<URI> authorizationEndpoint;

    @ConfigProperty(name = "token-endpoint")
    public Optional<URI> tokenEndpoint;

    @ConfigProperty(name = "userinfo-endpoint")
    public Optional<URI> userinfoEndpoint;

    @ConfigProperty(name = "keys-endpoint")
    public Optional<URI> keysEndpoint;

    @ConfigProperty(name = "logout-endpoint")
    public Optional<URI> logoutEndpoint;

    @ConfigProperty(name = "ciba-endpoint")
    public Optional<URI> cibaEndpoint;

    @ConfigProperty(name = "client-authentication")
    public String clientAuthentication;

    @ConfigProperty(name = "client-secret")
    public Optional<String> clientSecret;

    @ConfigProperty(name = "key-store")
    public Optional<String> keyStore;

    @ConfigProperty(name = "key-store-password")
    public Optional<String> keyStorePassword;

    @ConfigProperty(name = "key-id")
    public Optional<String> keyId;

    public Optional<String> trust;

    @ConfigProperty(name = "trust-password")
    public Optional<String> trustPassword;

    public String scope;

    public Set<String> algorithms;

    @ConfigProperty(name = "clock-skew")
    public Duration clockSkew;

    @ConfigProperty(name = "connect-timeout")
    public Duration connectTimeout;

    @ConfigProperty(name = "answer-timeout")
    public Duration answerTimeout;

    @ConfigProperty(name = "answer-limit")
    public int answerLimit;

    @ConfigProperty(name = "keys-interval")
    public Duration keysInterval;

    public Duration pause;

    @Override
    public String toString() {
        return "OidcSettings[…]";
    }
}

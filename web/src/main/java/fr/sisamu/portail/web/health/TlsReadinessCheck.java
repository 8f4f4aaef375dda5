package fr.sisamu.portail.web.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * The server's own certificates and its refusal to resume TLS sessions. Always UP: an expired certificate is for people
 * to renew, and taking the node out of service would help nobody; monitoring reads {@code daysLeft}.
 */
@Readiness
@ApplicationScoped
public class TlsReadinessCheck implements HealthCheck {

    @Inject
    @ConfigProperty(name = "portail.tls.keystore")
    Optional<String> keystore;

    @Inject
    @ConfigProperty(name = "portail.tls.keystore-password")
    Optional<String> password;

    @Inject
    Clock clock;

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("tls").up();
        answer.withData("resumption", TlsResumption.switchedOff() ? "off" : "ON: a removed card could log in");
        if (keystore.isEmpty()) {
            return answer.withData("daysLeft", "unknown: portail.tls.keystore is not set")
                    .build();
        }
        try {
            answer.withData("daysLeft", daysLeft(Path.of(keystore.get())));
        } catch (IOException | GeneralSecurityException e) {
            answer.withData("daysLeft", "unknown: " + e.getMessage());
        }
        return answer.build();
    }

    private long daysLeft(Path file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, password.orElse("").toCharArray());
        }
        long least = Long.MAX_VALUE;
        for (String alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias)) {
                X509Certificate certificate = (X509Certificate) store.getCertificate(alias);
                Duration left = Duration.between(
                        clock.instant(), certificate.getNotAfter().toInstant());
                least = Math.min(least, left.toDays());
            }
        }
        return least;
    }
}

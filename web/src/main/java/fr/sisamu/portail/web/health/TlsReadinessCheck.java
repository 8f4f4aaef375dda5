package fr.sisamu.portail.web.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
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
    ServerCertificate certificate;

    @Inject
    Clock clock;

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("tls").up();
        answer.withData("resumption", TlsResumption.switchedOff() ? "off" : "ON: a removed card could log in");
        certificate
                .notAfter()
                .ifPresentOrElse(
                        end -> answer.withData(
                                "daysLeft",
                                Duration.between(clock.instant(), end).toDays()),
                        () -> answer.withData(
                                "daysLeft", "unknown: " + certificate.problem().orElse("the key store holds no key")));
        return answer.build();
    }
}

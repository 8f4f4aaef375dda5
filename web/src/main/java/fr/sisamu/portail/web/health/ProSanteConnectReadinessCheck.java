package fr.sisamu.portail.web.health;

import fr.sisamu.portail.prosanteconnect.ProSanteConnectService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Tells how Pro Santé Connect stands. Never DOWN: the other ways in need nothing of it. */
@Readiness
@ApplicationScoped
public class ProSanteConnectReadinessCheck implements HealthCheck {

    @Inject
    ProSanteConnectService logins;

    @Inject
    @ConfigProperty(name = "portail.prosanteconnect.environment")
    String environment;

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer =
                HealthCheckResponse.named("prosanteconnect").up();
        if (!logins.enabled()) {
            return answer.withData("state", "off").build();
        }
        answer.withData("environment", environment)
                .withData("state", logins.state().available() ? "available" : "failing");
        logins.state().failingSince().ifPresent(since -> answer.withData("since", since.toString()));
        return answer.build();
    }
}

package fr.sisamu.portail.web.health;

import fr.sisamu.portail.message.ChannelKind;
import fr.sisamu.portail.message.GatewayStates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Tells how the providers of messages stand. Never DOWN: cards come in without any of them. */
@Readiness
@ApplicationScoped
public class MessageReadinessCheck implements HealthCheck {

    @Inject
    GatewayStates gateways;

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer =
                HealthCheckResponse.named("messages").up();
        for (ChannelKind kind : ChannelKind.values()) {
            gateways.of(kind)
                    .forEach((name, works) -> answer.withData(kind + " " + name, works ? "available" : "failing"));
        }
        return answer.build();
    }
}

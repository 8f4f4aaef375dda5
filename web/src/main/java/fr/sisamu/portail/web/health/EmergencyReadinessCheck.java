package fr.sisamu.portail.web.health;

import fr.sisamu.portail.emergency.AlertFault;
import fr.sisamu.portail.emergency.AlertStates;
import fr.sisamu.portail.emergency.EmergencyStart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.stream.Collectors;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Tells whether somebody would hear of an accès de secours. Never DOWN: it opens all the same, and so do all other ways. */
@Readiness
@ApplicationScoped
public class EmergencyReadinessCheck implements HealthCheck {

    @Inject
    EmergencyStart emergency;

    @Override
    public HealthCheckResponse call() {
        AlertStates states = emergency.states();
        return HealthCheckResponse.named("emergency")
                .up()
                .withData("told", states.told())
                .withData(
                        "refused",
                        states.faults().stream().map(AlertFault::toString).collect(Collectors.joining(", ")))
                .withData(
                        "unserved",
                        states.unserved().stream().map(Enum::name).sorted().collect(Collectors.joining(", ")))
                .build();
    }
}

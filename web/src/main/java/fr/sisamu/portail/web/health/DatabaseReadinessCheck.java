package fr.sisamu.portail.web.health;

import fr.sisamu.portail.schema.DatabaseProbe;
import fr.sisamu.portail.schema.SchemaState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Without the database nobody can log in: the one dependency whose loss makes the portal not ready. From memory: the database
 * is asked in the background, and {@code ageSeconds} says how long ago.
 */
@Readiness
@ApplicationScoped
public class DatabaseReadinessCheck implements HealthCheck {

    @Inject
    DatabaseProbe probe;

    @Inject
    SchemaState schema;

    @Override
    public HealthCheckResponse call() {
        Optional<String> problem = probe.problem();
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("database")
                .status(problem.isEmpty() && schema.ready())
                .withData("schema", schema.ready() ? "migrated" : "waiting")
                .withData("ageSeconds", probe.age().toSeconds());
        problem.ifPresent(cause -> answer.withData("problem", cause));
        return answer.build();
    }
}

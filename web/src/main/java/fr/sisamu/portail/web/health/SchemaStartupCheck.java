package fr.sisamu.portail.web.health;

import fr.sisamu.portail.schema.SchemaState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

/** Started once the migrations have been applied, however long the database was away. */
@Startup
@ApplicationScoped
public class SchemaStartupCheck implements HealthCheck {

    @Inject
    SchemaState schema;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("schema").status(schema.ready()).build();
    }
}

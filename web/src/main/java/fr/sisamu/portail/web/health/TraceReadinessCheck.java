package fr.sisamu.portail.web.health;

import fr.sisamu.portail.audit.SinkState;
import fr.sisamu.portail.audit.TraceState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Tells how the trace and its copies stand. Never DOWN: nobody is kept out because the trace ails. */
@Readiness
@ApplicationScoped
public class TraceReadinessCheck implements HealthCheck {

    @Inject
    TraceState trace;

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("trace")
                .up()
                .withData("waiting", trace.waiting())
                .withData("lost", trace.lost());
        for (SinkState sink : trace.sinks()) {
            answer.withData(sink.name() + " waiting", sink.waiting())
                    .withData(sink.name() + " dropped", sink.dropped());
            sink.lastError().ifPresent(error -> answer.withData(sink.name() + " lastError", error));
        }
        return answer.build();
    }
}

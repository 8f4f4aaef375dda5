package fr.sisamu.portail.metrics;

import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.Collector;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** How long the portal takes over each request of a login. Where a person types or looks for a card no time is taken. */
@ApplicationScoped
public class LoginDurations implements Measure {

    private static final double NANOS = 1e9;

    private final Histogram durations = Histogram.builder()
            .name("portail_login_step_duration_seconds")
            .help("Time on the server for one request of a login, from its arrival to the answer, by method and step.")
            .labelNames("method", "step")
            .classicOnly()
            .classicUpperBounds(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)
            .build();

    LoginDurations() {
        for (LoginStep step : LoginStep.values()) {
            durations.initLabelValues(step.method().name(), step.name());
        }
    }

    /** A request of this step was answered, so many nanoseconds after it came. */
    public void took(LoginStep step, long nanoseconds) {
        durations.labelValues(step.method().name(), step.name()).observe(nanoseconds / NANOS);
    }

    @Override
    public List<Collector> collectors() {
        return List.of(durations);
    }
}

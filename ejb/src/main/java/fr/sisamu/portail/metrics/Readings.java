package fr.sisamu.portail.metrics;

import fr.sisamu.portail.session.LoginMethod;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.model.registry.Collector;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** What the web module alone knows, told just before the figures are shown. */
@ApplicationScoped
public class Readings implements Measure {

    private final Gauge ways = Gauge.builder()
            .name("portail_login_way_state")
            .help("1 for the state of a way in, as the login page shows it: AVAILABLE, DISTURBED or UNAVAILABLE.")
            .labelNames("method", "state")
            .build();

    private final Gauge certificate = Gauge.builder()
            .name("portail_tls_certificate_not_after_timestamp_seconds")
            .help("When the server's own certificate ends (Unix time); the first one, if there are several.")
            .labelNames()
            .build();

    /** A way in and the state it is in, one constant of an enum. */
    public void way(LoginMethod method, Enum<?> state) {
        for (Enum<?> possible : state.getDeclaringClass().getEnumConstants()) {
            ways.labelValues(method.name(), possible.name()).set(possible == state ? 1 : 0);
        }
    }

    /** The end of the server's certificate. */
    public void certificateEnds(Instant notAfter) {
        certificate.set((double) notAfter.getEpochSecond());
    }

    @Override
    public List<Collector> collectors() {
        return List.of(ways, certificate);
    }
}

package fr.sisamu.portail.metrics;

import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.ExpositionFormats;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Shows every figure, and reads those of the database every fifteen seconds. It judges nobody's right to see them. */
@Singleton
@Startup
@Lock(LockType.READ) // monitoring must not wait for a database that hangs
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MetricsService {

    @Inject
    LoginAttempts attempts;

    @Inject
    LoginDurations durations;

    @Inject
    TraceCounts traced;

    @Inject
    MessageCounts messages;

    @Inject
    PartnerCalls calls;

    @Inject
    PartnerStates partners;

    @Inject
    RevocationGauges revocation;

    @Inject
    TraceGauges trace;

    @Inject
    PasswordQueue passwords;

    @Inject
    DatabaseFigures database;

    @Inject
    Readings readings;

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final ExpositionFormats formats = ExpositionFormats.init();

    @PostConstruct
    void register() {
        List.of(
                        attempts,
                        durations,
                        traced,
                        messages,
                        calls,
                        partners,
                        revocation,
                        trace,
                        passwords,
                        database,
                        readings)
                .forEach(measure -> measure.collectors().forEach(registry::register));
        JvmMetrics.builder().register(registry);
    }

    @Schedule(hour = "*", minute = "*", second = "*/15", persistent = false)
    void readDatabase() {
        database.refresh();
    }

    /**
     * Every figure of this node as it is now. Waits for nothing.
     *
     * @param accept the formats that the reader understands (RFC 9110 §12.5.1): OpenMetrics 1.0.0 if it names it, else
     *     Prometheus' text format 0.0.4
     */
    public Exposition show(Optional<String> accept) {
        ExpositionFormatWriter writer = formats.getOpenMetricsTextFormatWriter().accepts(accept.orElse(""))
                ? formats.getOpenMetricsTextFormatWriter()
                : formats.getPrometheusTextFormatWriter();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try {
            writer.write(body, registry.scrape());
        } catch (IOException e) {
            throw new UncheckedIOException(e); // nothing but memory is written to
        }
        return new Exposition(writer.getContentType(), body.toString(StandardCharsets.UTF_8));
    }
}

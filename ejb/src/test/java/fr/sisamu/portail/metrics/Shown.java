package fr.sisamu.portail.metrics;

import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What monitoring would see of one measure. */
record Shown(Measure measure) {

    /** The lines that begin so. */
    List<String> lines(String beginning) {
        return text().lines().filter(line -> line.startsWith(beginning)).toList();
    }

    /** The value of one series, written as monitoring sees it. */
    double value(String series) {
        return lines(series + " ").stream()
                .map(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .findFirst()
                .orElseThrow(() -> new AssertionError(series + " is missing in\n" + text()));
    }

    private String text() {
        PrometheusRegistry registry = new PrometheusRegistry();
        measure.collectors().forEach(registry::register);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            PrometheusTextFormatWriter.create().write(out, registry.scrape());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}

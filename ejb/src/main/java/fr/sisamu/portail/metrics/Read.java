package fr.sisamu.portail.metrics;

import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.Collector;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.function.Consumer;

/** Figures that are read when monitoring asks. One that cannot be read is missing, and takes no other with it. */
final class Read {

    private static final Logger LOG = System.getLogger(Read.class.getName());

    private Read() {}

    /** Takes the values of one figure, each with the values of its labels. */
    @FunctionalInterface
    interface Values {
        void put(Number value, String... labels);
    }

    static Collector gauge(String name, String help, List<String> labels, Consumer<Values> reading) {
        return GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .labelNames(labels.toArray(String[]::new))
                .callback(values -> guarded(name, reading, (value, of) -> values.call(value.doubleValue(), of)))
                .build();
    }

    static Collector counter(String name, String help, List<String> labels, Consumer<Values> reading) {
        return CounterWithCallback.builder()
                .name(name)
                .help(help)
                .labelNames(labels.toArray(String[]::new))
                .callback(values -> guarded(name, reading, (value, of) -> values.call(value.doubleValue(), of)))
                .build();
    }

    private static void guarded(String name, Consumer<Values> reading, Values values) {
        try {
            reading.accept(values);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "the figure " + name + " cannot be read now", e);
        }
    }
}

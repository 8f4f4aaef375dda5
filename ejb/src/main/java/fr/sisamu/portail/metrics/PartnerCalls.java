package fr.sisamu.portail.metrics;

import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.Collector;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** How long partners take. The decorators of this package call through it. */
@ApplicationScoped
class PartnerCalls implements Measure {

    static final String ANSWERED = "ANSWERED";
    static final String UNAVAILABLE = "UNAVAILABLE";

    private static final double NANOS = 1e9;

    private final Histogram calls = Histogram.builder()
            .name("portail_partner_call_duration_seconds")
            .help("Calls to partners by outcome. The target is the gateway, the kind of call or the host. A call that a"
                    + " breaker holds back counts too, with next to no time.")
            .labelNames("partner", "target", "outcome")
            .classicOnly()
            .classicUpperBounds(0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)
            .build();

    private final Map<Partner, Boolean> answered = new EnumMap<>(Partner.class);

    /** A call that may fail as its port says. */
    @FunctionalInterface
    interface Call<T, X extends Exception> {
        T now() throws X;
    }

    /**
     * Calls and takes the time.
     *
     * @param failure the outcome of a call that failed so
     */
    <T, X extends Exception> T timed(
            Partner partner, String target, Call<T, X> call, Function<? super Exception, String> failure) throws X {
        long begin = System.nanoTime();
        String outcome = ANSWERED;
        try {
            return call.now();
        } catch (Exception e) {
            outcome = failure.apply(e);
            throw e;
        } finally {
            calls.labelValues(partner.name(), target, outcome).observe((System.nanoTime() - begin) / NANOS);
            note(partner, outcome);
        }
    }

    private void note(Partner partner, String outcome) {
        synchronized (answered) {
            answered.put(partner, outcome.equals(ANSWERED));
        }
    }

    /** Whether the latest call went well; empty before the first one. */
    Optional<Boolean> answeredLately(Partner partner) {
        synchronized (answered) {
            return Optional.ofNullable(answered.get(partner));
        }
    }

    @Override
    public List<Collector> collectors() {
        return List.of(calls);
    }
}

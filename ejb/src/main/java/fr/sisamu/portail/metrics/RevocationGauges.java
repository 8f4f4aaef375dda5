package fr.sisamu.portail.metrics;

import fr.sisamu.portail.metrics.Read.Values;
import fr.sisamu.portail.revocation.AuthorityStatus;
import fr.sisamu.portail.revocation.ListState;
import fr.sisamu.portail.revocation.RevocationStatus;
import io.prometheus.metrics.model.registry.Collector;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** The revocation lists of each authority, from memory. What an authority has not is missing. */
@ApplicationScoped
class RevocationGauges implements Measure {

    private static final List<String> AUTHORITY = List.of("authority");

    @Inject
    RevocationStatus revocation;

    @Override
    public List<Collector> collectors() {
        return List.of(
                Read.gauge(
                        "portail_crl_age_seconds",
                        "Age of the newest revocation list of an authority, since its thisUpdate.",
                        AUTHORITY,
                        each((authority, values) -> authority
                                .age()
                                .map(Duration::toSeconds)
                                .ifPresent(age -> values.put(age, authority.authority())))),
                Read.gauge(
                        "portail_crl_next_update_timestamp_seconds",
                        "When the next revocation list of an authority is due, its nextUpdate (Unix time).",
                        AUTHORITY,
                        each((authority, values) -> authority
                                .nextUpdate()
                                .map(Instant::getEpochSecond)
                                .ifPresent(due -> values.put(due, authority.authority())))),
                Read.gauge(
                        "portail_crl_state",
                        "1 for the state in which the lists of an authority are: FRESH, GRACE, OUTDATED or ABSENT.",
                        List.of("authority", "state"),
                        each(RevocationGauges::states)),
                Read.gauge(
                        "portail_crl_entries",
                        "Serial numbers held of an authority.",
                        AUTHORITY,
                        each((authority, values) -> values.put(authority.entries(), authority.authority()))),
                Read.gauge(
                        "portail_revocation_bypass_open",
                        "1 while a bypass of revocation (débrayage) is open.",
                        List.of(),
                        values -> values.put(bypassed() ? 1 : 0)));
    }

    private boolean bypassed() {
        return revocation.authorities().stream()
                .anyMatch(authority -> authority.bypassUntil().isPresent());
    }

    @FunctionalInterface
    private interface Reading {
        void of(AuthorityStatus authority, Values values);
    }

    private Consumer<Values> each(Reading reading) {
        return values -> revocation.authorities().forEach(authority -> reading.of(authority, values));
    }

    private static void states(AuthorityStatus authority, Values values) {
        for (ListState state : ListState.values()) {
            values.put(authority.state() == state ? 1 : 0, authority.authority(), state.name());
        }
    }
}

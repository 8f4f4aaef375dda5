package fr.sisamu.portail.metrics;

import fr.sisamu.portail.metrics.Read.Values;
import fr.sisamu.portail.phone.PhoneCensus;
import fr.sisamu.portail.schema.SchemaState;
import fr.sisamu.portail.session.AssuranceLevel;
import fr.sisamu.portail.session.LoginMethod;
import fr.sisamu.portail.session.OpenSessions;
import fr.sisamu.portail.session.SessionCensus;
import io.prometheus.metrics.model.registry.Collector;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the database alone knows, read now and then in the background: monitoring never waits for it. When it is gone the
 * last figures stay, and two others say so: that it is gone, and how old they are.
 */
@ApplicationScoped
class DatabaseFigures implements Measure {

    private static final Logger LOG = System.getLogger(DatabaseFigures.class.getName());

    @Inject
    SessionCensus sessions;

    @Inject
    PhoneCensus phones;

    @Inject
    SchemaState schema;

    @Inject
    Clock clock;

    private record Known(List<OpenSessions> sessions, long phones, Instant at) {}

    private volatile Optional<Known> known = Optional.empty();
    private volatile boolean available;

    /** Reads anew. */
    void refresh() {
        if (!schema.ready()) {
            available = false;
            return;
        }
        try {
            known = Optional.of(new Known(sessions.open(), phones.linked(), clock.instant()));
            available = true;
        } catch (RuntimeException e) {
            if (available) {
                LOG.log(Level.WARNING, "figures of the database stay as they were", e);
            }
            available = false;
        }
    }

    @Override
    public List<Collector> collectors() {
        return List.of(
                Read.gauge(
                        "portail_database_available",
                        "1 if the database answered when its figures were last asked for.",
                        List.of(),
                        values -> values.put(available ? 1 : 0)),
                Read.gauge(
                        "portail_database_figures_timestamp_seconds",
                        "When sessions and phones were last counted (Unix time).",
                        List.of(),
                        values -> known.ifPresent(
                                figures -> values.put(figures.at().getEpochSecond()))),
                Read.gauge(
                        "portail_open_sessions",
                        "Open work sessions of all nodes by method and level.",
                        List.of("method", "level"),
                        values -> known.ifPresent(figures -> sessions(figures, values))),
                Read.gauge(
                        "portail_linked_phones",
                        "Desk phones linked now, on all nodes.",
                        List.of(),
                        values -> known.ifPresent(figures -> values.put(figures.phones()))));
    }

    /** Zero is a figure too: a graph must come down. */
    private static void sessions(Known figures, Values values) {
        for (LoginMethod method : LoginMethod.values()) {
            for (AssuranceLevel level : AssuranceLevel.values()) {
                long number = figures.sessions().stream()
                        .filter(open -> open.method() == method && open.level() == level)
                        .mapToLong(OpenSessions::number)
                        .sum();
                values.put(number, method.name(), level.name());
            }
        }
    }
}

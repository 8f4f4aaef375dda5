package fr.sisamu.portail.schema;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Whether the schema is in place on this node; asked by health and by the page that says « base indisponible ». */
@ApplicationScoped
public class SchemaState {

    @Inject
    Clock clock;

    /** @param since when this was first found out; empty before the first try */
    private record Known(boolean ready, Optional<Instant> since, Optional<String> lastError) {}

    /** When the last try ended, by a clock that nobody sets; null while one runs. */
    private volatile Long endedAt = System.nanoTime();

    private volatile boolean spoilt;

    private volatile Known known = new Known(false, Optional.empty(), Optional.empty());

    public boolean ready() {
        return known.ready();
    }

    /** Since when the schema has been ready, or missing. */
    public Optional<Instant> since() {
        return known.since();
    }

    /** What went wrong at the last try, in the database's words: for the log and the administrator, not for a page. */
    public Optional<String> lastError() {
        return known.lastError();
    }

    /** For how long nobody has tried to bring the schema up to date though it is not; zero while somebody does. */
    public Duration idle() {
        Long ended = endedAt;
        return ready() || ended == null ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - ended);
    }

    /** Whether the tables are there and answer, yet cannot be used by this process: only its restart helps. */
    public boolean spoilt() {
        return spoilt;
    }

    void spoil() {
        spoilt = true;
    }

    void trying() {
        endedAt = null;
    }

    void migrated() {
        endedAt = System.nanoTime();
        spoilt = false;
        known = new Known(true, Optional.of(clock.instant()), Optional.empty());
    }

    void failed(String error) {
        endedAt = System.nanoTime();
        Instant since = known.since().orElseGet(clock::instant);
        known = new Known(false, Optional.of(since), Optional.of(error));
    }
}

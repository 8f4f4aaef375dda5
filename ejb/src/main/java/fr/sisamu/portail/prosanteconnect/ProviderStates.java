package fr.sisamu.portail.prosanteconnect;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** What this node last met of the provider. Each change is said once in the log. */
@ApplicationScoped
class ProviderStates {

    private static final Logger LOG = System.getLogger(ProviderStates.class.getName());

    @Inject
    Clock clock;

    private final AtomicReference<Optional<Instant>> failingSince = new AtomicReference<>(Optional.empty());

    ProviderState now() {
        return new ProviderState(failingSince.get());
    }

    void answered() {
        if (failingSince.getAndSet(Optional.empty()).isPresent()) {
            LOG.log(Level.INFO, "Pro Santé Connect answers again");
        }
    }

    void failed(ProviderUnavailableException cause) {
        if (failingSince.compareAndSet(Optional.empty(), Optional.of(clock.instant()))) {
            LOG.log(Level.WARNING, "Pro Santé Connect fails: {0}", cause.getMessage());
        }
    }
}

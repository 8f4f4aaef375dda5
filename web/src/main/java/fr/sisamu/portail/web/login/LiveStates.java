package fr.sisamu.portail.web.login;

import fr.sisamu.portail.schema.SchemaState;
import fr.sisamu.portail.web.login.WayState.Status;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;

/** What this node knows, without asking anyone, of each way to come in; and since when it is in trouble. */
@ApplicationScoped
public class LiveStates {

    @Inject
    SchemaState schema;

    @Inject
    Clock clock;

    private WayState card = WayState.AVAILABLE;

    /** Cards need the database alone: what they are judged by is in memory. */
    public synchronized WayState card() {
        Status status = schema.ready() ? Status.AVAILABLE : Status.UNAVAILABLE;
        if (status != card.status()) {
            card = status == Status.AVAILABLE ? WayState.AVAILABLE : new WayState(status, Optional.of(clock.instant()));
        }
        return card;
    }
}

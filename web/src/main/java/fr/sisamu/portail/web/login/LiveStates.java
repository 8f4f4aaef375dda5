package fr.sisamu.portail.web.login;

import fr.sisamu.portail.schema.SchemaState;
import fr.sisamu.portail.web.login.WayState.Status;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What this node knows, without asking anyone, of each way to come in. */
@ApplicationScoped
public class LiveStates {

    @Inject
    SchemaState schema;

    /** Cards need the database alone: what they are judged by is in memory. */
    public WayState card() {
        return schema.ready() ? WayState.AVAILABLE : new WayState(Status.UNAVAILABLE, schema.since());
    }
}

package fr.sisamu.portail.web.administration;

import fr.sisamu.portail.role.Rights;
import fr.sisamu.portail.role.RightsService;
import fr.sisamu.portail.web.security.CurrentAgent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;

/** What the agent behind this request may do; read once, and only by the pages that ask. */
@Named
@RequestScoped
public class CurrentRights {

    @Inject
    CurrentAgent agent;

    @Inject
    RightsService service;

    private Rights rights;

    public Rights get() {
        if (rights == null) {
            rights = service.of(agent.requireSession());
        }
        return rights;
    }

    /** Where the list of places leads this agent. */
    public List<Place> getPlaces() {
        return Arrays.stream(Place.values())
                .filter(Place::isListed)
                .filter(place -> place.opens(get()))
                .toList();
    }

    /** The first place open to this agent; null when there is none. */
    public String getEntrance() {
        return getPlaces().stream().findFirst().map(Place::getPath).orElse(null);
    }

    /** Whether a role is held that this session, opened in a weaker way, does not wake. */
    public boolean isAsleep() {
        return get().asleep();
    }
}

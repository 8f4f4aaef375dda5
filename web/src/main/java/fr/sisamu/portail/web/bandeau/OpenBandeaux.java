package fr.sisamu.portail.web.bandeau;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The bandeaux that hang on this node. */
@ApplicationScoped
public class OpenBandeaux {

    private final Set<OpenBandeau> open = ConcurrentHashMap.newKeySet();

    void add(OpenBandeau bandeau) {
        bandeau.stream().whenOver(() -> open.remove(bandeau));
        open.add(bandeau);
    }

    Collection<OpenBandeau> all() {
        return open;
    }

    /** Closes the stream; safe to call for one that is already closed. */
    void drop(OpenBandeau bandeau) {
        open.remove(bandeau);
        bandeau.stream().close();
    }
}

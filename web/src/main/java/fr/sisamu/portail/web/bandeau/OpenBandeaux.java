package fr.sisamu.portail.web.bandeau;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The bandeaux that hang on this node. */
@ApplicationScoped
public class OpenBandeaux {

    private final Set<OpenBandeau> open = ConcurrentHashMap.newKeySet();

    void add(OpenBandeau bandeau) {
        bandeau.connection().addListener(new Forget(bandeau));
        open.add(bandeau);
    }

    Collection<OpenBandeau> all() {
        return open;
    }

    /** Closes the connection; safe to call for one that is already closed. */
    void drop(OpenBandeau bandeau) {
        if (open.remove(bandeau)) {
            bandeau.connection().complete();
        }
    }

    private final class Forget implements AsyncListener {

        private final OpenBandeau bandeau;

        Forget(OpenBandeau bandeau) {
            this.bandeau = bandeau;
        }

        @Override
        public void onComplete(AsyncEvent event) {
            open.remove(bandeau);
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            drop(bandeau);
        }

        @Override
        public void onError(AsyncEvent event) {
            drop(bandeau);
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            // The same bandeau goes on; nothing to keep.
        }
    }
}

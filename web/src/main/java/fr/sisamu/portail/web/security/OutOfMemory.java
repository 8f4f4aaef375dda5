package fr.sisamu.portail.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Whether this process has run out of memory: from then on nobody knows what was left half done in it. */
@ApplicationScoped
public class OutOfMemory {

    private static final Logger LOG = System.getLogger(OutOfMemory.class.getName());

    private volatile boolean seen;

    /** To be called by whoever meets it. */
    public void seen() {
        seen = true;
        LOG.log(Level.ERROR, "out of memory: /health/live is DOWN from now on, this process wants a restart");
    }

    public boolean isSeen() {
        return seen;
    }
}

package fr.sisamu.portail.revocation;

import fr.sisamu.portail.audit.AuditTrail;
import fr.sisamu.portail.audit.Trace;
import fr.sisamu.portail.audit.TraceKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.Map;

/** Says once, in the log and in the trace, that an authority's lists have become outdated or good again. */
@ApplicationScoped
public class ListStateWatch {

    private static final Logger LOG = System.getLogger(ListStateWatch.class.getName());

    @Inject
    RevocationStatus status;

    @Inject
    AuditTrail audit;

    private final Map<String, ListState> said = new HashMap<>();

    public synchronized void look() {
        for (AuthorityStatus now : status.authorities()) {
            ListState before = said.put(now.authority(), now.state());
            if (now.state() == before || (before == null && now.state() == ListState.FRESH)) {
                continue;
            }
            String what = now.authority() + ": " + now.state() + ", next update "
                    + now.nextUpdate().map(String::valueOf).orElse("unknown");
            LOG.log(now.state() == ListState.FRESH ? Level.INFO : Level.WARNING, "revocation lists of " + what);
            audit.record(Trace.of(TraceKind.REVOCATION_LIST, now.state().name()).detail(what));
        }
    }
}

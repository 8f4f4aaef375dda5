package fr.sisamu.portail.administration;

import fr.sisamu.portail.audit.AuditSearch;
import fr.sisamu.portail.audit.TraceFilter;
import fr.sisamu.portail.audit.TraceKind;
import fr.sisamu.portail.audit.TraceRow;
import fr.sisamu.portail.role.Actor;
import fr.sisamu.portail.role.Duty;
import fr.sisamu.portail.role.Rights;
import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;

/** Has the trace verified in the background and tells what came of it; needs {@link Duty#READ_TRACE}. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TraceVerifying {

    private static final int SHOWN = 10;

    @Inject
    TraceCheck check;

    @Inject
    AuditSearch search;

    @Resource(lookup = "java:comp/DefaultManagedExecutorService")
    ManagedExecutorService executor;

    /**
     * Begins to verify the whole trace; false while this node is at it already.
     *
     * @throws jakarta.ejb.EJBException with a {@link RejectedExecutionException} if the server has no thread to spare
     */
    public boolean begin(Rights by) {
        by.demand(Duty.READ_TRACE);
        if (!check.begin()) {
            return false;
        }
        Actor actor = by.actor();
        try {
            executor.execute(() -> check.run(actor));
        } catch (RejectedExecutionException busy) {
            check.giveUp();
            throw busy;
        }
        return true;
    }

    /** How far this node has come; empty when it is not at it. */
    public Optional<RunningCheck> running(Rights by) {
        by.demand(Duty.READ_TRACE);
        return check.running();
    }

    /**
     * The last verifications of all nodes, the newest first: rows whose outcome is STARTED, SOUND, FAILED or the name of a
     * {@link fr.sisamu.portail.audit.ChainFault.Kind}.
     */
    public List<TraceRow> latest(Rights by) {
        by.demand(Duty.READ_TRACE);
        return search.page(TraceFilter.everything().kind(TraceKind.TRACE_VERIFIED), Optional.empty(), SHOWN)
                .rows();
    }
}

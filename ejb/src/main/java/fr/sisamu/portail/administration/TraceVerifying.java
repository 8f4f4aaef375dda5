package fr.sisamu.portail.administration;

import fr.sisamu.portail.audit.AuditSearch;
import fr.sisamu.portail.audit.SupportCode;
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
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Collectors;

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
     * Begins to verify the whole trace; false while a node is at it already.
     *
     * @throws jakarta.ejb.EJBException with a {@link RejectedExecutionException} if the server has no thread to spare
     */
    public boolean begin(Rights by) {
        by.demand(Duty.READ_TRACE);
        Optional<SupportCode> begun = check.begin();
        if (begun.isEmpty()) {
            return false;
        }
        Actor actor = by.actor();
        try {
            executor.execute(() -> check.run(actor, begun.get()));
        } catch (RejectedExecutionException busy) {
            check.giveUp(begun.get());
            throw busy;
        }
        return true;
    }

    /** How far the node that is at it has come; empty when none is. */
    public Optional<RunningCheck> running(Rights by) {
        by.demand(Duty.READ_TRACE);
        return check.running();
    }

    /** The last verifications of all nodes, the newest first: when each began, and what came of it. */
    public List<PastCheck> latest(Rights by) {
        by.demand(Duty.READ_TRACE);
        Optional<String> running = check.running().map(RunningCheck::supportCode); // first: it may end meanwhile
        List<TraceRow> rows = search.page(
                        TraceFilter.everything().kind(TraceKind.TRACE_VERIFIED), Optional.empty(), SHOWN)
                .rows();
        Set<String> alive = rows.stream()
                .filter(row -> !row.outcome().equals(TraceCheck.STARTED))
                .map(TraceRow::supportCode)
                .collect(Collectors.toSet());
        running.ifPresent(alive::add);
        return rows.stream()
                .map(row ->
                        new PastCheck(row, alive.contains(row.supportCode()) ? row.outcome() : TraceCheck.INTERRUPTED))
                .toList();
    }
}

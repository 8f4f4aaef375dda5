package fr.sisamu.portail.directory;

import fr.sisamu.portail.audit.SupportCode;
import fr.sisamu.portail.role.Actor;
import fr.sisamu.portail.role.Duty;
import fr.sisamu.portail.role.Rights;
import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;

/**
 * Imports files of units, accounts, profiles and phones: read and compared in the background, applied as a whole or not at
 * all. One import at a time on all nodes together; a new one takes the place of one that waits to be applied. Every method
 * needs {@link Duty#IMPORT}.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ImportService {

    @Inject
    ImportRuns runs;

    @Inject
    ImportReports reports;

    @Inject
    ImportJob job;

    @Inject
    Inbox inbox;

    @Inject
    Clock clock;

    @Resource(lookup = "java:comp/DefaultManagedExecutorService")
    ManagedExecutorService executor;

    /**
     * Begins to read files that {@link Inbox} has kept; they are dropped once read.
     *
     * @param files one or more, each of another kind
     * @param complete whether what the files do not name is to be closed or ended
     * @param atOnce whether to apply the import if nothing is wrong with it, without anybody looking
     * @return the import's number; empty while another one runs
     * @throws jakarta.ejb.EJBException with a {@link RejectedExecutionException} if the server has no thread to spare; the import is then a failed one
     */
    public Optional<Long> begin(Rights by, List<HandedFile> files, boolean complete, boolean atOnce) {
        by.demand(Duty.IMPORT);
        Actor actor = by.actor();
        SupportCode code = SupportCode.random();
        Optional<Long> begun = runs.begin(files, complete, atOnce, actor, code, clock.instant());
        if (begun.isPresent()) {
            try {
                executor.execute(() -> job.read(begun.get(), files, complete, atOnce, actor, code));
            } catch (RejectedExecutionException busy) {
                job.failed(begun.get(), actor, code, busy);
                files.forEach(inbox::drop);
                throw busy;
            }
        } else {
            files.forEach(inbox::drop);
        }
        return begun;
    }

    /**
     * Begins to apply an import that waits for it; false if it does not (any more), or another one runs.
     *
     * @throws jakarta.ejb.EJBException with a {@link RejectedExecutionException} if the server has no thread to spare; the import then waits as before
     */
    public boolean apply(Rights by, long id) {
        by.demand(Duty.IMPORT);
        Actor actor = by.actor();
        boolean resumed = runs.resume(id, clock.instant());
        if (resumed) {
            try {
                executor.execute(() -> job.apply(id, actor));
            } catch (RejectedExecutionException busy) {
                runs.suspend(id, clock.instant());
                throw busy;
            }
        }
        return resumed;
    }

    /** Gives up an import that waits to be applied; false if it does not. */
    public boolean cancel(Rights by, long id) {
        by.demand(Duty.IMPORT);
        return runs.cancel(id, clock.instant());
    }

    /** Whether an import runs on some node. */
    public boolean isBusy(Rights by) {
        by.demand(Duty.IMPORT);
        return runs.isBusy(clock.instant());
    }

    /** How far an import has come: cheap enough to be asked every second. */
    public Optional<ImportRun> findRun(Rights by, long id) {
        by.demand(Duty.IMPORT);
        return reports.findRun(id);
    }

    public Optional<ImportReport> find(Rights by, long id) {
        by.demand(Duty.IMPORT);
        return reports.find(id);
    }

    /** The last imports, the newest first. */
    public List<ImportRun> history(Rights by, int most) {
        by.demand(Duty.IMPORT);
        return reports.newest(most);
    }
}

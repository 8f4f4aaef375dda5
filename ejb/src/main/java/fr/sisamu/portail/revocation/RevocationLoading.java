package fr.sisamu.portail.revocation;

import fr.sisamu.portail.schema.SchemaState;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Keeps memory in step with the database: at start, after another node's import, when the database comes back. A bean
 * of its own, so that a slow download delays none of it.
 */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RevocationLoading {

    private static final Logger LOG = System.getLogger(RevocationLoading.class.getName());

    @Inject
    SchemaState schema;

    @Inject
    RevocationLists lists;

    @Inject
    ListStateWatch watch;

    private boolean failing;

    /** Every two seconds until the first load, because the node is not ready before. */
    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
    public void first() {
        if (!lists.snapshot().loaded()) {
            refresh();
        }
    }

    @Schedule(hour = "*", minute = "*", second = "1/10", persistent = false)
    public void again() {
        refresh();
    }

    private void refresh() {
        if (!schema.ready()) {
            return;
        }
        try {
            lists.refresh();
            watch.look();
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.log(Level.WARNING, "revocation lists not read from the database; memory stays as it is", e);
            }
            failing = true;
        }
    }
}

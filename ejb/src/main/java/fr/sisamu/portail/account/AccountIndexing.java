package fr.sisamu.portail.account;

import fr.sisamu.portail.schema.SchemaState;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;

/**
 * Makes accounts findable that no service has made so: those of an import, of an upgrade, of a node still on the former
 * version. Two nodes that write the same entries do no harm.
 */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AccountIndexing {

    private static final Logger LOG = System.getLogger(AccountIndexing.class.getName());
    private static final int BATCH = 200;

    /** So that one round ends before the next begins. */
    private static final int BATCHES = 100;

    @Inject
    AccountIndex index;

    @Inject
    SchemaState schema;

    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
    void round() {
        if (!schema.ready()) {
            return;
        }
        try {
            catchUp();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "accounts not indexed, next try in ten seconds", e);
        }
    }

    /** One transaction each: nobody who comes in meanwhile waits for the row of their account. */
    void catchUp() {
        List<Long> behind = index.behind(BATCH);
        for (int batch = 0; batch < BATCHES && !behind.isEmpty(); batch++) {
            behind.forEach(index::write);
            behind = index.behind(BATCH);
        }
    }
}

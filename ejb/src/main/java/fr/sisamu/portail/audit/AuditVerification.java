package fr.sisamu.portail.audit;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Tells whether the trace is what the portal wrote. */
@ApplicationScoped
@Transactional(TxType.NOT_SUPPORTED)
public class AuditVerification {

    @Resource(lookup = "jdbc/portail")
    DataSource database;

    @Inject
    SealKeys keys;

    /**
     * Reads the whole trace, which takes some seconds for a million rows and little memory; nobody who writes waits for
     * it. Each chain is judged up to its first fault.
     *
     * @throws TraceUnreadableException if the database does not answer
     */
    public VerifyReport verify(VerificationProgress progress) {
        try {
            return Transaction.read(database, connection -> new Verification(connection, keys, progress).run());
        } catch (SQLException e) {
            throw new TraceUnreadableException(e);
        }
    }
}

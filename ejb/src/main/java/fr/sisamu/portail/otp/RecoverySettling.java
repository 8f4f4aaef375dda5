package fr.sisamu.portail.otp;

import fr.sisamu.portail.audit.AuditTrail;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Settles requests of forgotten passwords on a thread of its own, so that no answer waits for what is found out. */
@ApplicationScoped
class RecoverySettling {

    private static final Logger LOG = System.getLogger(RecoverySettling.class.getName());

    @Inject
    RecoveryRequests requests;

    @Inject
    AuditTrail trail;

    @Resource(lookup = "java:comp/DefaultManagedExecutorService")
    ManagedExecutorService executor;

    void asked(@Observes(during = TransactionPhase.AFTER_SUCCESS) RecoveryAsked event) {
        executor.execute(() -> settle(event.challenge()));
    }

    /** Unless somebody else has. */
    void settle(String challenge) {
        try {
            requests.settle(challenge).ifPresent(trail::record);
        } catch (RuntimeException databaseLost) {
            LOG.log(Level.WARNING, "a forgotten password could not be looked after now", databaseLost);
        }
    }
}

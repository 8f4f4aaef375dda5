package fr.sisamu.portail.otp;

import fr.sisamu.portail.schema.SchemaState;
import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Settles the requests that a node left behind when it died between the asking and the sending. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RecoveryRounds {

    @Inject
    RecoveryRequests requests;

    @Inject
    RecoverySettling settling;

    @Inject
    SchemaState schema;

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void settleLeftBehind() {
        if (schema.ready()) {
            requests.leftBehind().forEach(settling::settle);
        }
    }
}

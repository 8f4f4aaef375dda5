package fr.sisamu.portail.administration;

import fr.sisamu.portail.audit.AuditTrail;
import fr.sisamu.portail.audit.SupportCode;
import fr.sisamu.portail.audit.TracedEvent;
import fr.sisamu.portail.role.Duty;
import fr.sisamu.portail.role.Rights;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;

/** Finds the exact cause behind a support code; needs {@link Duty#READ_TRACE}. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TraceReading {

    @Inject
    AuditTrail trail;

    /**
     * What was traced under a code as a person reads it out: with or without its hyphen, in small letters, with O for
     * zero and I or L for one (Crockford's base 32).
     */
    public List<TracedEvent> find(Rights by, String spoken) {
        by.demand(Duty.READ_TRACE);
        String letters = spoken.toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1')
                .replaceAll("[^0-9A-Z]", "");
        return letters.length() == 8
                ? trail.find(new SupportCode(letters.substring(0, 4) + "-" + letters.substring(4)))
                : List.of();
    }
}

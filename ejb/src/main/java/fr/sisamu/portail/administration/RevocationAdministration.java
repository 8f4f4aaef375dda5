package fr.sisamu.portail.administration;

import fr.sisamu.portail.revocation.AuthorityStatus;
import fr.sisamu.portail.revocation.BypassOpening;
import fr.sisamu.portail.revocation.ImportResult;
import fr.sisamu.portail.revocation.RevocationBypass;
import fr.sisamu.portail.revocation.RevocationBypassService;
import fr.sisamu.portail.revocation.RevocationImport;
import fr.sisamu.portail.revocation.RevocationStatus;
import fr.sisamu.portail.role.Duty;
import fr.sisamu.portail.role.Rights;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Shows how the revocation lists stand, takes one by hand, opens and closes a débrayage. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RevocationAdministration {

    @Inject
    RevocationStatus status;

    @Inject
    RevocationImport lists;

    @Inject
    RevocationBypassService bypass;

    @Inject
    Clock clock;

    /** One line for each authority; needs {@link Duty#MANAGE_REVOCATION}, as all here. */
    public List<AuthorityStatus> authorities(Rights by) {
        by.demand(Duty.MANAGE_REVOCATION);
        return status.authorities();
    }

    /** The débrayage that is open. */
    public Optional<RevocationBypass> openBypass(Rights by) {
        by.demand(Duty.MANAGE_REVOCATION);
        return bypass.current();
    }

    /** Takes a list if it verifies and is newer; traced with who brought it, whatever becomes of it. */
    public ImportResult take(Rights by, byte[] octets) {
        by.demand(Duty.MANAGE_REVOCATION);
        return lists.take(octets, "by hand, " + by.actor().name());
    }

    /** Opens a débrayage from now on for so long, at most 72 hours. */
    public BypassOpening open(Rights by, String reason, Duration length) {
        by.demand(Duty.MANAGE_REVOCATION);
        return bypass.open(reason, clock.instant().plus(length), by.actor().name());
    }

    public void close(Rights by) {
        by.demand(Duty.MANAGE_REVOCATION);
        bypass.close(by.actor().name());
    }
}

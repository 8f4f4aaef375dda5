package fr.sisamu.portail.account;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** The requests that wait for an administrator. A decision is taken once: the state of the row decides who took it. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class AccessRequests {

    /** How many a page shows; the next ones come up when these are decided. */
    public static final int PAGE = 50;

    @Inject
    AccessRequestStore requests;

    /** The requests that wait, the oldest first. */
    public List<WaitingRequest> waiting() {
        return requests.waiting(PAGE);
    }

    public Optional<WaitingRequest> find(NationalIdentifier identifier) {
        return requests.find(identifier);
    }

    /** Decides in the caller's transaction; false if the request does not wait any more. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public boolean decide(NationalIdentifier identifier, boolean granted) {
        return requests.decide(identifier, granted ? "GRANTED" : "REJECTED");
    }
}

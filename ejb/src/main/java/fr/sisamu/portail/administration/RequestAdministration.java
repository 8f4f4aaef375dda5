package fr.sisamu.portail.administration;

import fr.sisamu.portail.account.AccessRequests;
import fr.sisamu.portail.account.AccountId;
import fr.sisamu.portail.account.NationalIdentifier;
import fr.sisamu.portail.account.WaitingRequest;
import fr.sisamu.portail.audit.TraceKind;
import fr.sisamu.portail.role.Duty;
import fr.sisamu.portail.role.FreshRights;
import fr.sisamu.portail.role.Rights;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Decides on the holders of good cards who have no account. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RequestAdministration {

    @Inject
    AccessRequests requests;

    @Inject
    RequestGranting granting;

    @Inject
    FreshRights fresh;

    @Inject
    Deeds deeds;

    /** The requests that wait, the oldest first; needs {@link Duty#SEARCH_ACCOUNTS}. */
    public List<WaitingRequest> waiting(Rights by) {
        by.demand(Duty.SEARCH_ACCOUNTS);
        return requests.waiting();
    }

    /** Makes an account from the card; needs {@link Duty#CHANGE_ACCOUNTS} and a fresh proof. */
    public RequestDecision grant(Rights by, String identifier) {
        by.demand(Duty.CHANGE_ACCOUNTS);
        if (!fresh.open(by, "request of a card")) {
            return new RequestDecision.ProofTooOld();
        }
        return find(identifier)
                .map(request -> traced(by, request, granting.toNewAccount(request)))
                .orElseGet(RequestDecision.Gone::new);
    }

    /** Lets the card's identifier name an account that is there; needs the same. */
    public RequestDecision link(Rights by, String identifier, AccountId account) {
        by.demand(Duty.CHANGE_ACCOUNTS);
        if (!fresh.open(by, "request of a card, for account " + account.value())) {
            return new RequestDecision.ProofTooOld();
        }
        return find(identifier)
                .map(request -> traced(by, request, granting.toAccount(request, account)))
                .orElseGet(RequestDecision.Gone::new);
    }

    /** Sends the holder away for good; needs {@link Duty#CHANGE_ACCOUNTS}. */
    public RequestDecision reject(Rights by, String identifier) {
        by.demand(Duty.CHANGE_ACCOUNTS);
        Optional<WaitingRequest> request = find(identifier);
        if (request.isEmpty() || !requests.decide(request.get().identifier(), false)) {
            return new RequestDecision.Gone();
        }
        deeds.traceIdentifier(by, "REJECTED", identifier, "before waiting, after rejected");
        return new RequestDecision.Rejected();
    }

    private RequestDecision traced(Rights by, WaitingRequest request, RequestDecision decision) {
        if (decision instanceof RequestDecision.Granted granted) {
            deeds.trace(
                    by,
                    TraceKind.REQUEST_DECIDED,
                    "GRANTED",
                    granted.account(),
                    request.identifier().value() + " before waiting, after granted");
        }
        return decision;
    }

    private Optional<WaitingRequest> find(String identifier) {
        return Optional.of(identifier)
                .filter(text -> !text.isEmpty() && text.length() <= 32)
                .map(NationalIdentifier::new)
                .flatMap(requests::find);
    }
}

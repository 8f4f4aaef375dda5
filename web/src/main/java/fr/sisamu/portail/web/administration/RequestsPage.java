package fr.sisamu.portail.web.administration;

import fr.sisamu.portail.account.Account;
import fr.sisamu.portail.account.AccountId;
import fr.sisamu.portail.account.WaitingRequest;
import fr.sisamu.portail.administration.AccountAdministration;
import fr.sisamu.portail.administration.RequestAdministration;
import fr.sisamu.portail.administration.RequestDecision;
import fr.sisamu.portail.role.Duty;
import fr.sisamu.portail.web.page.Note;
import fr.sisamu.portail.web.page.Redirect;
import fr.sisamu.portail.web.page.Typed;
import fr.sisamu.portail.web.security.ProofIntent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;

/** Behind {@code administration/requests.xhtml}: good cards that wait for an account. */
@Named
@RequestScoped
public class RequestsPage {

    @Inject
    Typed typed;

    @Inject
    CurrentRights rights;

    @Inject
    RequestAdministration requests;

    @Inject
    AccountAdministration accounts;

    @Inject
    Redirect redirect;

    private List<WaitingRequest> waiting;
    private String problem;

    public void grant() {
        after(requests.grant(rights.get(), typed.in("identifier")));
    }

    public void link() {
        Optional<AccountId> account =
                accounts.called(rights.get(), typed.in("login")).map(Account::id);
        if (account.isEmpty()) {
            problem = "NO_SUCH_LOGIN";
        } else {
            after(requests.link(rights.get(), typed.in("identifier"), account.get()));
        }
    }

    public void reject() {
        after(requests.reject(rights.get(), typed.in("identifier")));
    }

    private void after(RequestDecision decision) {
        if (decision instanceof RequestDecision.Granted granted) {
            redirect.to(Place.ACCOUNT.getPath() + "?id=" + granted.account().value(), Note.Kind.REQUEST_GRANTED);
        } else if (decision instanceof RequestDecision.ProofTooOld) {
            redirect.to(ProofIntent.to(ProofIntent.Page.REQUESTS).proofAddress());
        } else if (decision instanceof RequestDecision.Rejected) {
            redirect.to(Place.REQUESTS.getPath(), Note.Kind.REQUEST_REJECTED);
        } else {
            problem = decision instanceof RequestDecision.AccountClosed ? "ACCOUNT_CLOSED" : "GONE";
        }
    }

    public List<WaitingRequest> getWaiting() {
        if (waiting == null) {
            waiting = requests.waiting(rights.get());
        }
        return waiting;
    }

    public boolean isChangeable() {
        return rights.get().may(Duty.CHANGE_ACCOUNTS);
    }

    /** Message key of what went wrong with this request, or null. */
    public String problem(WaitingRequest request) {
        boolean meant = request.identifier().value().equals(typed.in("identifier"));
        return problem == null || !meant ? null : "administration.request." + problem;
    }
}

package fr.sisamu.portail.administration;

import fr.sisamu.portail.account.AccessRequests;
import fr.sisamu.portail.account.Account;
import fr.sisamu.portail.account.AccountId;
import fr.sisamu.portail.account.AccountRegister;
import fr.sisamu.portail.account.AccountService;
import fr.sisamu.portail.account.NewAccount;
import fr.sisamu.portail.account.WaitingRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** Grants a request and gives its holder an account, both in one transaction. */
@ApplicationScoped
class RequestGranting {

    @Inject
    AccessRequests requests;

    @Inject
    AccountRegister register;

    @Inject
    AccountService accounts;

    /** An identifier that names an account meanwhile needs none made: the request is granted by that. */
    @Transactional
    RequestDecision toNewAccount(WaitingRequest request) {
        if (!requests.decide(request.identifier(), true)) {
            return new RequestDecision.Gone();
        }
        NewAccount account =
                new NewAccount(request.givenName(), request.familyName(), Optional.of(request.identifier()));
        return register.create(account)
                .or(() -> accounts.find(request.identifier()).map(Account::id))
                .<RequestDecision>map(RequestDecision.Granted::new)
                .orElseThrow();
    }

    @Transactional
    RequestDecision toAccount(WaitingRequest request, AccountId id) {
        Optional<Account> account = accounts.find(id);
        if (account.isEmpty()) {
            return new RequestDecision.Gone();
        }
        if (account.get().closed()) {
            return new RequestDecision.AccountClosed();
        }
        if (!requests.decide(request.identifier(), true)) {
            return new RequestDecision.Gone();
        }
        boolean added = register.addIdentifier(id, request.identifier());
        AccountId named = added
                ? id
                : accounts.find(request.identifier()).map(Account::id).orElseThrow();
        return new RequestDecision.Granted(named);
    }
}

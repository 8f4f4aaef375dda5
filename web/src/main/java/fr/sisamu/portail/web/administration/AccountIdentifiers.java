package fr.sisamu.portail.web.administration;

import fr.sisamu.portail.account.Account;
import fr.sisamu.portail.account.AccountId;
import fr.sisamu.portail.administration.IdentifierAdministration;
import fr.sisamu.portail.administration.IdentifierChange;
import fr.sisamu.portail.web.page.Note;
import fr.sisamu.portail.web.page.Redirect;
import fr.sisamu.portail.web.page.Typed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The national identifiers of the account in view. */
@Named
@RequestScoped
public class AccountIdentifiers {

    @Inject
    Typed typed;

    @Inject
    CurrentRights rights;

    @Inject
    AccountInView account;

    @Inject
    IdentifierAdministration identifiers;

    @Inject
    Redirect redirect;

    private String problem;
    private Account holder;

    public void add() {
        after(identifiers.add(rights.get(), account.id(), typed.in("identifier")));
    }

    /** Once both accounts were shown. */
    public void move() {
        AccountId from = new AccountId(typed.number("from").orElse(-1L));
        after(identifiers.move(rights.get(), typed.in("identifier"), from, account.id()));
    }

    public void remove() {
        after(identifiers.remove(rights.get(), account.id(), typed.in("identifier")));
    }

    private void after(IdentifierChange change) {
        if (change instanceof IdentifierChange.Saved) {
            redirect.to(account.address(), Note.Kind.SAVED);
        } else if (change instanceof IdentifierChange.ProofTooOld) {
            redirect.to(account.proofAddress());
        } else if (change instanceof IdentifierChange.HeldBy held) {
            holder = held.holder();
        } else {
            boolean malformed = change instanceof IdentifierChange.Malformed;
            problem = "administration.identifier." + (malformed ? "MALFORMED" : "GONE");
        }
    }

    /** The identifier typed, if it has not been taken. */
    public String getTyped() {
        return problem == null && holder == null ? "" : typed.in("identifier");
    }

    /** The account that has the identifier that was to be added here, or null. */
    public Account getHolder() {
        return holder;
    }

    /** Message key of what went wrong, or null. */
    public String getProblem() {
        return problem;
    }
}

package fr.sisamu.portail.web.administration;

import fr.sisamu.portail.administration.AccountAdministration;
import fr.sisamu.portail.administration.Change;
import fr.sisamu.portail.web.page.Note;
import fr.sisamu.portail.web.page.Redirect;
import fr.sisamu.portail.web.page.Typed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The names and the state of the account in view. */
@Named
@RequestScoped
public class AccountNames {

    @Inject
    Typed typed;

    @Inject
    CurrentRights rights;

    @Inject
    AccountInView account;

    @Inject
    AccountAdministration accounts;

    @Inject
    Redirect redirect;

    private Change problem;

    /** « Enregistrer ». Of two who save at once the second is shown both states, what was typed is kept. */
    public void rename() {
        int version = typed.version();
        after(
                accounts.rename(rights.get(), account.id(), version, typed.in("given"), typed.in("family")),
                Note.Kind.SAVED);
    }

    public void close() {
        after(accounts.close(rights.get(), account.id()), Note.Kind.ACCOUNT_CLOSED);
    }

    public void reopen() {
        after(accounts.reopen(rights.get(), account.id()), Note.Kind.ACCOUNT_REOPENED);
    }

    private void after(Change change, Note.Kind done) {
        if (change == Change.SAVED || change == Change.UNCHANGED) {
            redirect.to(account.address(), done);
        } else {
            problem = change;
        }
    }

    /** What was typed, if it was refused; else what is. */
    public String getGiven() {
        return isTypedKept() ? typed.in("given") : account.getSheet().account().givenName();
    }

    public String getFamily() {
        return isTypedKept() ? typed.in("family") : account.getSheet().account().familyName();
    }

    private boolean isTypedKept() {
        return problem == Change.NAME_REFUSED || problem == Change.CHANGED_MEANWHILE;
    }

    public boolean isConflict() {
        return problem == Change.CHANGED_MEANWHILE;
    }

    /** Message key of what went wrong, or null. */
    public String getProblem() {
        return problem == null ? null : "administration.refused." + problem;
    }
}

package fr.sisamu.portail.web.administration;

import fr.sisamu.portail.administration.AccountAdministration;
import fr.sisamu.portail.administration.AccountCreation;
import fr.sisamu.portail.web.page.Note;
import fr.sisamu.portail.web.page.Redirect;
import fr.sisamu.portail.web.page.Typed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Behind {@code administration/account-new.xhtml}. */
@Named
@RequestScoped
public class AccountNewPage {

    @Inject
    Typed typed;

    @Inject
    CurrentRights rights;

    @Inject
    AccountAdministration accounts;

    @Inject
    Redirect redirect;

    private AccountCreation.Reason problem;

    public void create() {
        AccountCreation creation =
                accounts.create(rights.get(), typed.in("given"), typed.in("family"), typed.in("identifier"));
        if (creation instanceof AccountCreation.Created created) {
            redirect.to(Place.ACCOUNT.getPath() + "?id=" + created.id().value(), Note.Kind.ACCOUNT_CREATED);
        } else if (creation instanceof AccountCreation.Refused refused) {
            problem = refused.reason();
        }
    }

    /** What was typed into a field, if it was refused. */
    public String typed(String field) {
        return problem == null ? "" : typed.in(field);
    }

    /** Message key of what went wrong, or null. */
    public String getProblem() {
        return problem == null ? null : "administration.create.refused." + problem;
    }
}

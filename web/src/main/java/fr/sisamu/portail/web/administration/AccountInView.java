package fr.sisamu.portail.web.administration;

import fr.sisamu.portail.account.AccountId;
import fr.sisamu.portail.account.AccountSheet;
import fr.sisamu.portail.administration.AccountAdministration;
import fr.sisamu.portail.web.page.Missing;
import fr.sisamu.portail.web.page.Typed;
import fr.sisamu.portail.web.security.ProofIntent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;

/** The account that a page is about, named by {@code id} in its address and in its forms. */
@Named
@RequestScoped
public class AccountInView {

    @Inject
    Typed typed;

    @Inject
    CurrentRights rights;

    @Inject
    AccountAdministration accounts;

    @Inject
    Missing missing;

    private Optional<AccountSheet> sheet = Optional.empty();

    /** Whether there is anything to show, or to hear the forms of. */
    public boolean isPresent() {
        load();
        return sheet.isPresent();
    }

    /** Runs before the page is rendered: an account that is not there is a page that is not there. */
    public void enter() {
        if (!isPresent()) {
            missing.answer();
        }
    }

    public AccountSheet getSheet() {
        load();
        return sheet.orElseThrow();
    }

    AccountId id() {
        return new AccountId(typed.number("id").orElse(-1L));
    }

    String address() {
        return Place.ACCOUNT.getPath() + "?id=" + id().value();
    }

    /** The page that asks for a fresh proof, and comes back to this account. */
    String proofAddress() {
        return new ProofIntent(ProofIntent.Page.ACCOUNT, Optional.of(id().value())).proofAddress();
    }

    private void load() {
        if (sheet.isEmpty()) {
            sheet = accounts.sheet(rights.get(), id());
        }
    }
}

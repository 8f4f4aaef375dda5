package fr.sisamu.portail.web.administration;

import fr.sisamu.portail.account.FoundAccounts;
import fr.sisamu.portail.administration.AccountAdministration;
import fr.sisamu.portail.role.Duty;
import fr.sisamu.portail.web.page.Typed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Behind {@code administration/accounts.xhtml}: the search, which an address can hold and « back » repeats. */
@Named
@RequestScoped
public class AccountsPage {

    @Inject
    Typed typed;

    @Inject
    CurrentRights rights;

    @Inject
    AccountAdministration accounts;

    private FoundAccounts found;

    public String getText() {
        return typed.in("q");
    }

    public FoundAccounts getFound() {
        if (found == null) {
            Optional<String> after = Optional.of(typed.in("after")).filter(mark -> !mark.isEmpty());
            found = accounts.find(rights.get(), getText(), after);
        }
        return found;
    }

    /** The address of the next page, or null on the last one. */
    public String getNext() {
        return getFound()
                .next()
                .map(mark -> "?q=" + encoded(getText()) + "&after=" + encoded(mark))
                .orElse(null);
    }

    /** Whether this is not the first page. */
    public boolean isContinued() {
        return !typed.in("after").isEmpty();
    }

    public String getFirst() {
        return "?q=" + encoded(getText());
    }

    public boolean isChangeable() {
        return rights.get().may(Duty.CHANGE_ACCOUNTS);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

package fr.sisamu.portail.web.administration;

import fr.sisamu.portail.administration.TraceReading;
import fr.sisamu.portail.audit.TraceCursor;
import fr.sisamu.portail.audit.TraceKind;
import fr.sisamu.portail.audit.TracePage;
import fr.sisamu.portail.audit.TraceRow;
import fr.sisamu.portail.web.page.Typed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Behind {@code administration/trace-search.xhtml}: from a support code to the exact cause in one search. */
@Named
@RequestScoped
public class TraceSearchPage {

    @Inject
    Typed typed;

    @Inject
    TraceForm form;

    @Inject
    CurrentRights rights;

    @Inject
    TraceReading reading;

    private TracePage found;

    /** Nothing is shown before something is asked. */
    public boolean isAsked() {
        return !form.question().blank();
    }

    public List<TraceRow> getRows() {
        return isAsked() ? found().rows() : List.of();
    }

    /** The address of the next page, or null on the last one. */
    public String getNext() {
        return isAsked()
                ? found().next()
                        .map(cursor -> "?" + form.getQuery() + "&after=" + cursor.text())
                        .orElse(null)
                : null;
    }

    public List<TraceKind> getKinds() {
        return List.of(TraceKind.values());
    }

    /** The account's number, or null for what concerns none. */
    public Long account(TraceRow row) {
        return row.account().orElse(null);
    }

    /** Whether the account behind a line may be looked at. */
    public boolean isAccountsOpen() {
        return Place.ACCOUNT.opens(rights.get());
    }

    /** Unit, identifier and address, as far as they are known. */
    public String circumstances(TraceRow row) {
        return Stream.of(row.unit(), row.identifier(), row.origin())
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" · "));
    }

    private TracePage found() {
        if (found == null) {
            found = reading.find(rights.get(), form.question(), TraceCursor.parse(typed.in("after")));
        }
        return found;
    }
}

package fr.sisamu.portail.web.administration;

import fr.sisamu.portail.administration.TraceReading;
import fr.sisamu.portail.audit.Trace;
import fr.sisamu.portail.audit.TracedEvent;
import fr.sisamu.portail.web.page.Typed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Behind {@code administration/trace.xhtml}: from a support code to the exact cause in one search. */
@Named
@RequestScoped
public class TracePage {

    @Inject
    Typed typed;

    @Inject
    CurrentRights rights;

    @Inject
    TraceReading reading;

    private List<TracedEvent> found;

    public String getCode() {
        return typed.in("code");
    }

    public boolean isAsked() {
        return !getCode().isBlank();
    }

    public List<TracedEvent> getFound() {
        if (found == null) {
            found = isAsked() ? reading.find(rights.get(), getCode()) : List.of();
        }
        return found;
    }

    /** The account's number, or null for what concerns none. */
    public Long account(Trace trace) {
        return trace.account().orElse(null);
    }

    /** Whether the account behind a line may be looked at. */
    public boolean isAccountsOpen() {
        return Place.ACCOUNT.opens(rights.get());
    }

    /** Unit, identifier and address, as far as they are known. */
    public String circumstances(Trace trace) {
        return String.join(
                " · ",
                List.of(trace.unit(), trace.identifier(), trace.origin()).stream()
                        .flatMap(part -> part.stream())
                        .toList());
    }
}

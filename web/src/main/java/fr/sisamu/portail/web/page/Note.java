package fr.sisamu.portail.web.page;

import fr.sisamu.portail.web.body.Fields;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * A message carried over a redirect as {@code ?note=}: the name of one of a fixed list, never a text, so that a forged
 * link can say nothing that the portal would not say itself.
 */
@Named
@RequestScoped
public class Note {

    /** What may be said; each has its sentence {@code note.<name>}. */
    public enum Kind {
        LOGGED_OUT,
        /** Of the portal and of Pro Santé Connect. */
        LOGGED_OUT_EVERYWHERE,
        /** Of the portal alone, for Pro Santé Connect could not be reached: the next one at this post might be let in. */
        LOGGED_OUT_HERE,
        PHONE_LINKED,
        PHONE_TAKEN,
        PASSWORD_SET,
        PASSWORD_RECOVERED,
        /** The card, or whoever else proved, is not whose session it is. */
        PROOF_OF_ANOTHER,
        SAVED,
        ACCOUNT_CREATED,
        ACCOUNT_CLOSED,
        ACCOUNT_REOPENED,
        REQUEST_GRANTED,
        REQUEST_REJECTED,
        LIST_TAKEN,
        BYPASS_OPENED,
        BYPASS_CLOSED,
        SESSION_CLOSED,
        PHONE_FREED,
        UNBLOCKED,
        RESET_ASKED,
        RESET_CONFIRMED,
        RESET_REJECTED,
        EMERGENCY_CLOSED,
        EMERGENCY_REVIEWED
    }

    private static final Set<Kind> WARNINGS = EnumSet.of(Kind.LOGGED_OUT_HERE, Kind.PROOF_OF_ANOTHER);

    @Inject
    HttpServletRequest request;

    /** The message key, or null when there is nothing to say. */
    public String getKey() {
        return of(Fields.of(request).first("note")).map(kind -> "note." + kind).orElse(null);
    }

    /** Whether it asks the reader to do something. */
    public boolean isWarning() {
        return of(Fields.of(request).first("note")).filter(WARNINGS::contains).isPresent();
    }

    static Optional<Kind> of(String name) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst();
    }
}

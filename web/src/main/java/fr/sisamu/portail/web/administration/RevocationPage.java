package fr.sisamu.portail.web.administration;

import fr.sisamu.portail.administration.RevocationAdministration;
import fr.sisamu.portail.revocation.AuthorityStatus;
import fr.sisamu.portail.revocation.BypassOpening;
import fr.sisamu.portail.revocation.ListRefusal;
import fr.sisamu.portail.revocation.RevocationBypass;
import fr.sisamu.portail.web.page.Note;
import fr.sisamu.portail.web.page.Redirect;
import fr.sisamu.portail.web.page.Typed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** Behind {@code administration/revocation.xhtml}: how the lists stand, one brought by hand, the débrayage. */
@Named
@RequestScoped
public class RevocationPage {

    @Inject
    Typed typed;

    @Inject
    CurrentRights rights;

    @Inject
    RevocationAdministration revocation;

    @Inject
    Redirect redirect;

    private BypassOpening problem;

    public List<AuthorityStatus> getAuthorities() {
        return revocation.authorities(rights.get());
    }

    /** The débrayage that is open, or null. */
    public RevocationBypass getBypass() {
        return revocation.openBypass(rights.get()).orElse(null);
    }

    public void open() {
        long hours = typed.number("hours").filter(asked -> asked <= 1000).orElse(0L);
        BypassOpening opening = revocation.open(rights.get(), typed.in("reason"), Duration.ofHours(hours));
        if (opening == BypassOpening.OPENED) {
            redirect.to(Place.REVOCATION.getPath(), Note.Kind.BYPASS_OPENED);
        } else {
            problem = opening;
        }
    }

    public void close() {
        revocation.close(rights.get());
        redirect.to(Place.REVOCATION.getPath(), Note.Kind.BYPASS_CLOSED);
    }

    public String getReason() {
        return problem == null ? "" : typed.in("reason");
    }

    /** Message key of what stood in the way of a débrayage, or null. */
    public String getProblem() {
        return problem == null ? null : "administration.bypass.refused." + problem;
    }

    /** Message key of why the list that was brought was not taken, or null. */
    public String getListProblem() {
        return Arrays.stream(ListRefusal.values())
                .filter(reason -> reason.name().equals(typed.in("refused")))
                .map(reason -> "administration.list.refused." + reason)
                .findFirst()
                .orElse(null);
    }
}

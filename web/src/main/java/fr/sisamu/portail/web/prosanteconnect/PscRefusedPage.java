package fr.sisamu.portail.web.prosanteconnect;

import fr.sisamu.portail.prosanteconnect.PscRefusal;
import fr.sisamu.portail.web.page.Journey;
import fr.sisamu.portail.web.page.Redirect;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Behind {@code psc-refused.xhtml}: what happened, what to do now, and the two other ways in. */
@Named
@RequestScoped
public class PscRefusedPage {

    /** Where to try again changes nothing, and the card does. */
    private static final Set<PscRefusal> CARD_FIRST = EnumSet.of(
            PscRefusal.UNREACHABLE,
            PscRefusal.UNTRUSTED_ANSWER,
            PscRefusal.CLOCK,
            PscRefusal.NO_IDENTIFIER,
            PscRefusal.CONFLICT,
            PscRefusal.FIRST_LOGIN_BY_CARD);

    @Inject
    HttpServletRequest request;

    @Inject
    Redirect redirect;

    private Optional<RefusalCookie> refusal;

    @PostConstruct
    void read() {
        refusal = RefusalCookie.read(request);
    }

    /** Runs before the page is rendered; without any refusal to explain, it leads back to the login page. */
    public void enter() {
        if (refusal.isEmpty()) {
            redirect.to(Journey.LOGIN);
        }
    }

    /** The key under which the texts of this refusal are found. */
    public String getKey() {
        return "psc.refused." + refusal.map(found -> found.reason().name()).orElse("");
    }

    /** Whether the card is the first thing to offer. */
    public boolean isCardFirst() {
        return refusal.map(RefusalCookie::reason).filter(CARD_FIRST::contains).isPresent();
    }

    /** Null where there is nothing to explain. */
    public String getSupportCode() {
        return refusal.map(found -> found.supportCode().value()).orElse(null);
    }
}

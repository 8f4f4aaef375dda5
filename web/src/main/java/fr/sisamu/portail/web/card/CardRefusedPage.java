package fr.sisamu.portail.web.card;

import fr.sisamu.portail.audit.SupportCode;
import fr.sisamu.portail.card.CardRefusal;
import fr.sisamu.portail.card.Presentation;
import fr.sisamu.portail.card.PresentationService;
import fr.sisamu.portail.web.body.Fields;
import fr.sisamu.portail.web.page.Journey;
import fr.sisamu.portail.web.page.Redirect;
import fr.sisamu.portail.web.security.PortalCookie;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Behind {@code card-refused.xhtml}: finds why, by the cookie of the attempt. The reason of a judged card never comes
 * from the address, so that nobody can be shown a refusal that did not happen.
 */
@Named
@RequestScoped
public class CardRefusedPage {

    private static final Pattern CODE = Pattern.compile("[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}");

    private static final Set<String> OF_THE_ACCOUNT =
            Set.of(CardRefusal.NO_ACCOUNT.name(), CardRefusal.ACCOUNT_CLOSED.name());

    @Inject
    HttpServletRequest request;

    @Inject
    PresentationService presentations;

    @Inject
    Redirect redirect;

    private String reason;
    private String supportCode;

    /** Runs before the page is rendered; opened without any refusal to explain, it leads back to the login page. */
    public void enter() {
        Optional<CardNotice> notice = notice(Fields.of(request).first("notice"));
        if (notice.isPresent()) {
            reason = notice.get().name();
            supportCode = supportCode(Fields.of(request).first("code"));
            return;
        }
        Optional<Presentation.Refused> refused =
                PortalCookie.CARD_ATTEMPT.read(request).flatMap(presentations::refusalOf);
        reason = refused.map(Presentation.Refused::reason).map(Enum::name).orElse(null);
        supportCode = refused.map(Presentation.Refused::supportCode)
                .map(SupportCode::value)
                .orElse(null);
        if (reason == null) {
            redirect.to(Journey.LOGIN);
        }
    }

    /** The key under which the texts of this refusal are found. */
    public String getKey() {
        return "card.refused." + reason;
    }

    /** Whether the same person may come in without this card: not where it is the account that is missing or closed. */
    public boolean isOtherWays() {
        return !OF_THE_ACCOUNT.contains(reason);
    }

    /** Null where the trace holds nothing to find. */
    public String getSupportCode() {
        return supportCode;
    }

    static Optional<CardNotice> notice(String name) {
        return Arrays.stream(CardNotice.values())
                .filter(notice -> notice.name().equals(name))
                .findFirst();
    }

    static String supportCode(String text) {
        return text != null && CODE.matcher(text).matches() ? text : null;
    }
}

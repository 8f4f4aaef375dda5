package fr.sisamu.portail.web.card;

import fr.sisamu.portail.audit.AuditTrail;
import fr.sisamu.portail.audit.Trace;
import fr.sisamu.portail.audit.TraceKind;
import fr.sisamu.portail.card.PresentationService;
import fr.sisamu.portail.web.page.Answers;
import fr.sisamu.portail.web.security.PortalCookie;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * Tells a page whose call to the card endpoint broke what that endpoint saw. If it saw nothing, the TLS layer refused or
 * the network failed: that is traced here, for no one else will.
 */
@WebServlet(value = "/card/outcome", asyncSupported = true)
public class CardOutcomeServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient PresentationService presentations;

    @Inject
    transient AuditTrail trail;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<String> secret = PortalCookie.CARD_ATTEMPT.read(request);
        if (secret.flatMap(presentations::refusalOf).isPresent()) {
            Answers.json(response, Json.createObjectBuilder().add("seen", true).build());
            return;
        }
        Trace trace = Trace.of(TraceKind.LOGIN_REFUSED, "CONNECTION_CUT")
                .origin(request.getRemoteAddr())
                .detail("the browser's call to the card endpoint broke and no card was seen there");
        trail.record(trace);
        Answers.json(
                response,
                Json.createObjectBuilder()
                        .add("seen", false)
                        .add("code", trace.supportCode().value())
                        .build());
    }
}

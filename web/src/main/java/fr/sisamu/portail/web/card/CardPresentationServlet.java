package fr.sisamu.portail.web.card;

import fr.sisamu.portail.audit.AuditTrail;
import fr.sisamu.portail.audit.SupportCode;
import fr.sisamu.portail.audit.Trace;
import fr.sisamu.portail.audit.TraceKind;
import fr.sisamu.portail.card.Presentation;
import fr.sisamu.portail.card.PresentationService;
import fr.sisamu.portail.web.page.Answers;
import fr.sisamu.portail.web.security.PortalAddress;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * The card endpoint's only service. It judges the card that this connection presents, for an attempt that the portal
 * began, and answers a ticket or a reason. It holds no session.
 */
@WebServlet(value = CardPresentationServlet.ADDRESS, asyncSupported = true)
public class CardPresentationServlet extends HttpServlet {

    static final String ADDRESS = "/card/present";

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_NONCE = 200;

    @Inject
    transient PresentationService presentations;

    @Inject
    transient PresentedCertificates certificates;

    @Inject
    transient PortalAddress portal;

    @Inject
    transient AuditTrail trail;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Access-Control-Allow-Origin", portal.origin());
        response.setHeader("Access-Control-Allow-Credentials", "true");
        response.setHeader("Vary", "Origin");
        response.setHeader("Connection", "close");
        try {
            Presentation answer = judge(request);
            if (Answers.wantsJson(request)) {
                Answers.json(response, json(answer));
            } else {
                Answers.seeOther(response, portal.to(wayBack(answer)));
            }
        } catch (UnusableForwardingException e) {
            refuseForwarding(request, response, e);
        }
    }

    private Presentation judge(HttpServletRequest request) throws UnusableForwardingException {
        String nonce = request.getParameter("nonce");
        if (nonce == null || nonce.length() > LONGEST_NONCE) {
            return new Presentation.StaleAttempt(SupportCode.random());
        }
        return presentations.present(nonce, certificates.of(request), request.getRemoteAddr());
    }

    private static JsonObject json(Presentation answer) {
        if (answer instanceof Presentation.Ticket ticket) {
            return Json.createObjectBuilder().add("ticket", ticket.value()).build();
        }
        if (answer instanceof Presentation.Refused refused) {
            return Json.createObjectBuilder()
                    .add("refusal", refused.reason().name())
                    .build();
        }
        return Json.createObjectBuilder().add("refusal", "STALE_ATTEMPT").build();
    }

    private static String wayBack(Presentation answer) {
        if (answer instanceof Presentation.Ticket ticket) {
            return "/card/login?ticket=" + ticket.value();
        }
        return answer instanceof Presentation.Refused
                ? "/card-refused.xhtml"
                : "/card-refused.xhtml?notice=STALE_ATTEMPT";
    }

    /** A header that only a declared proxy may send, or a proxy that sends nonsense: refused cheaply, and traced. */
    private void refuseForwarding(
            HttpServletRequest request, HttpServletResponse response, UnusableForwardingException cause)
            throws IOException {
        trail.record(Trace.of(TraceKind.STEP_REFUSED, "FORWARDED_CERTIFICATE")
                .origin(request.getRemoteAddr())
                .detail(cause.getMessage()));
        response.sendError(HttpServletResponse.SC_BAD_REQUEST);
    }
}

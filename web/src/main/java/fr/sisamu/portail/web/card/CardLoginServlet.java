package fr.sisamu.portail.web.card;

import fr.sisamu.portail.session.AssuranceLevel;
import fr.sisamu.portail.session.LoginMethod;
import fr.sisamu.portail.session.ProofTime;
import fr.sisamu.portail.web.page.Answers;
import fr.sisamu.portail.web.security.CredentialCheck;
import fr.sisamu.portail.web.security.Entrance;
import fr.sisamu.portail.web.security.PortalCookie;
import fr.sisamu.portail.web.security.SessionOpening;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/**
 * Takes the ticket back from the browser and opens the work session. GET is the way without JavaScript: the card
 * endpoint's 303 leads here; the ticket in it works once, for a minute, with this browser's cookie.
 */
@WebServlet(value = "/card/login", asyncSupported = true)
public class CardLoginServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_TICKET = 64;

    @Inject
    transient CredentialCheck check;

    @Inject
    transient SessionOpening opening;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        doPost(request, response);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        String ticket = request.getParameter("ticket");
        Optional<String> secret = PortalCookie.CARD_ATTEMPT.read(request);
        if (ticket == null || ticket.length() > LONGEST_TICKET || secret.isEmpty()) {
            Answers.seeOther(response, "/card-refused.xhtml?notice=TICKET_REFUSED");
            return;
        }
        if (check.accepts(new CardTicketCredential(ticket, secret.get(), request.getRemoteAddr()), request, response)) {
            Entrance entrance = opening.open(request, response, LoginMethod.CARD, AssuranceLevel.STRONG, ProofTime.NOW);
            PortalCookie.CARD_ATTEMPT.clear(response);
            Answers.seeOther(response, entrance.next());
        } else {
            Answers.seeOther(response, "/card-refused.xhtml?notice=TICKET_REFUSED");
        }
    }
}

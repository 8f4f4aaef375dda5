package fr.sisamu.portail.web.card;

import fr.sisamu.portail.card.CardAttempt;
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

/**
 * The click on « CPX »: gives the browser a secret to keep and tells it where to show the card. A script gets the
 * address; a plain form is sent there by 307, which keeps its POST and its Origin.
 */
@WebServlet(value = "/card/attempt", asyncSupported = true)
public class CardAttemptServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient PresentationService presentations;

    @Inject
    transient CardHosts hosts;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        CardAttempt attempt = presentations.begin();
        PortalCookie.CARD_ATTEMPT.write(response, attempt.browserSecret());
        String url = hosts.fresh() + CardPresentationServlet.ADDRESS;
        if (Answers.wantsJson(request)) {
            Answers.json(
                    response,
                    Json.createObjectBuilder()
                            .add("url", url)
                            .add("nonce", attempt.nonce())
                            .build());
        } else {
            response.setStatus(307);
            response.setHeader("Location", url + "?nonce=" + attempt.nonce());
        }
    }
}

package fr.sisamu.portail.web.prosanteconnect;

import fr.sisamu.portail.prosanteconnect.BackChannelAnswer;
import fr.sisamu.portail.prosanteconnect.ProSanteConnectService;
import fr.sisamu.portail.web.page.Answers;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * The provider's server says that somebody logged out there (OpenID Connect Back-Channel Logout 1.0 §2.5 to §2.8). The
 * signed token is the whole proof: no cookie and no origin counts here.
 */
@WebServlet(value = "/prosanteconnect/backchannel-logout", asyncSupported = true)
public class BackChannelLogoutServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient ProSanteConnectService logins;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!logins.enabled()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        String token = request.getParameter("logout_token");
        BackChannelAnswer answer =
                token == null ? BackChannelAnswer.REFUSED : logins.backChannelLogout(token, request.getRemoteAddr());
        switch (answer) {
            case DONE -> response.setStatus(HttpServletResponse.SC_OK);
            case UNAVAILABLE -> response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            case REFUSED -> refuse(response);
        }
    }

    /** OpenID Connect Back-Channel Logout 1.0 §2.8. */
    private static void refuse(HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        Answers.json(
                response,
                Json.createObjectBuilder().add("error", "invalid_request").build());
    }
}

package fr.sisamu.portail.web.prosanteconnect;

import fr.sisamu.portail.prosanteconnect.ProSanteConnectService;
import fr.sisamu.portail.prosanteconnect.PscRefusal;
import fr.sisamu.portail.web.page.Answers;
import fr.sisamu.portail.web.page.Journey;
import fr.sisamu.portail.web.page.Note;
import fr.sisamu.portail.web.security.PortalCookie;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Where the browser comes back to from the provider's log-out. Says so only to whom we sent there. */
@WebServlet("/prosanteconnect/parti")
public class LogoutReturnServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_STATE = 200;

    @Inject
    transient ProSanteConnectService logins;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        String state = request.getParameter("state");
        boolean ours = state != null && state.length() <= LONGEST_STATE && logins.cameFromLogout(state);
        if (ours) {
            PortalCookie.PSC_LEFT_OPEN.clear(response);
        }
        Answers.seeOther(response, ours ? after(request) : Journey.LOGIN);
    }

    /** Whoever was sent there because another's login was still open is told so, and everybody else that they are out. */
    private static String after(HttpServletRequest request) {
        return RefusalCookie.read(request)
                        .filter(refusal -> refusal.reason() == PscRefusal.NOT_FRESH)
                        .isPresent()
                ? RefusalCookie.PAGE
                : Journey.LOGIN + "?note=" + Note.Kind.LOGGED_OUT_EVERYWHERE;
    }
}

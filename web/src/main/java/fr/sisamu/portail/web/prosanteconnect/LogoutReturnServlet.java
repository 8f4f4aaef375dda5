package fr.sisamu.portail.web.prosanteconnect;

import fr.sisamu.portail.prosanteconnect.ProSanteConnectService;
import fr.sisamu.portail.web.page.Answers;
import fr.sisamu.portail.web.page.Journey;
import fr.sisamu.portail.web.page.Note;
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
        Answers.seeOther(response, ours ? Journey.LOGIN + "?note=" + Note.Kind.LOGGED_OUT_EVERYWHERE : Journey.LOGIN);
    }
}

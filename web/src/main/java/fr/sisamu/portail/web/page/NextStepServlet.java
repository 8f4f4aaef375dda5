package fr.sisamu.portail.web.page;

import fr.sisamu.portail.web.security.CurrentAgent;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Leads to the next missing step; where every step of a journey ends, and where the bare address of the portal leads. */
@WebServlet({"", "/next"})
public class NextStepServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient CurrentAgent agent;

    @Inject
    transient Journey journey;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        Answers.seeOther(response, agent.session().map(journey::next).orElse(Journey.LOGIN));
    }
}

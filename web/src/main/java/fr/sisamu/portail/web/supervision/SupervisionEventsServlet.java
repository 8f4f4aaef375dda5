package fr.sisamu.portail.web.supervision;

import fr.sisamu.portail.role.Duty;
import fr.sisamu.portail.session.SessionToken;
import fr.sisamu.portail.web.administration.CurrentRights;
import fr.sisamu.portail.web.page.EventStream;
import fr.sisamu.portail.web.page.Typed;
import fr.sisamu.portail.web.security.PortalCookie;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** The stream of one open board. It says that something has changed and never what: the page asks for that itself. */
@WebServlet(value = "/administration/supervision-events", asyncSupported = true)
public class SupervisionEventsServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient Typed typed;

    @Inject
    transient CurrentRights rights;

    @Inject
    transient OpenBoards boards;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Long> unit = typed.number("unit");
        if (unit.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        rights.get().demand(Duty.SUPERVISE, unit.get());
        SessionToken token =
                PortalCookie.SESSION.read(request).map(SessionToken::new).orElseThrow();
        boards.add(new OpenBoard(unit.get(), token, EventStream.open(request, response)));
    }
}

package fr.sisamu.portail.partners.fault;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;

/** The switchboard: {@code GET /} shows it, {@code POST /faults/crl} with {@code mode=HANG} turns a switch. */
@WebServlet({"", "/faults/*"})
public class FaultsServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient Faults faults;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/html");
        response.setCharacterEncoding("UTF-8");
        PrintWriter page = response.getWriter();
        page.write("<!DOCTYPE html><html lang=\"fr\"><head><title>Partenaires simulés</title></head><body><main>"
                + "<h1>Partenaires simulés</h1><p>Pour la démonstration et les essais seulement.</p>"
                + "<p><a href=\"outbox\">Messages envoyés (SMS, e-mail)</a></p>"
                + "<p>Pro Santé Connect\u202f: <a href=\"psc/ecps\">demandes sur l’e-CPS</a>,"
                + " <a href=\"psc/faults\">pannes</a>, <a href=\"psc/switches\">réglages</a></p>");
        for (String partner : Faults.PARTNERS) {
            page.write("<h2>" + partner + "\u202f: " + faults.of(partner).words() + "</h2>");
            page.write("<form method=\"post\" action=\"faults/" + partner + "\">");
            for (FaultMode mode : FaultMode.values()) {
                page.write("<button name=\"mode\" value=\"" + mode + "\">" + mode.words() + "</button> ");
            }
            page.write("</form>");
        }
        page.write("</main></body></html>");
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String partner =
                request.getPathInfo() == null ? "" : request.getPathInfo().substring(1);
        if (!Faults.PARTNERS.contains(partner)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        try {
            faults.set(partner, FaultMode.valueOf(request.getParameter("mode")));
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", request.getContextPath() + "/");
        } catch (IllegalArgumentException | NullPointerException unknown) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        }
    }
}

package fr.sisamu.portail.partners.outbox;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;

/** Shows the messages as a page, or as JSON to whoever accepts that; {@code ?to=} narrows to one address, {@code
 * &limit=} to the newest. */
@WebServlet("/outbox")
public class OutboxServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient Outbox outbox;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String to = request.getParameter("to");
        List<SentMessage> messages = outbox.newestFirst().stream()
                .filter(message -> to == null || message.to().equals(to))
                .limit(limit(request))
                .toList();
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        if (String.valueOf(request.getHeader("Accept")).contains("application/json")) {
            response.setContentType("application/json");
            response.getWriter().write(json(messages));
        } else {
            response.setContentType("text/html");
            page(response.getWriter(), messages);
        }
    }

    private static int limit(HttpServletRequest request) {
        String limit = request.getParameter("limit");
        return limit != null && limit.matches("\\d{1,6}") ? Integer.parseInt(limit) : Integer.MAX_VALUE;
    }

    private static String json(List<SentMessage> messages) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        for (SentMessage message : messages) {
            array.add(Json.createObjectBuilder()
                    .add("id", message.id())
                    .add("via", message.via())
                    .add("to", message.to())
                    .add("subject", message.subject())
                    .add("text", message.text())
                    .add("at", message.at().toString()));
        }
        return array.build().toString();
    }

    private static void page(PrintWriter page, List<SentMessage> messages) {
        page.write("<!DOCTYPE html><html lang=\"fr\"><head><title>Messages envoyés</title></head><body><main>"
                + "<h1>Messages envoyés</h1><p>Du plus récent au plus ancien.</p>");
        for (SentMessage message : messages) {
            page.write("<h2>" + escaped(message.to()) + "</h2><p>" + message.at() + " · " + message.via() + " · "
                    + escaped(message.subject()) + "</p><pre>" + escaped(message.text()) + "</pre>");
        }
        page.write(messages.isEmpty() ? "<p>Aucun message.</p></main></body></html>" : "</main></body></html>");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}

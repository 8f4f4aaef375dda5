package fr.sisamu.portail.partners.sms;

import fr.sisamu.portail.partners.igc.DemonstrationPki;
import fr.sisamu.portail.partners.outbox.Outbox;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code POST /sms/messages} with {@code {"to":"+33…","text":"…"}} and the right bearer token. */
@WebServlet(value = "/sms/messages", asyncSupported = true)
public class SmsGatewayServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient Outbox outbox;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!("Bearer " + DemonstrationPki.PASSWORD).equals(request.getHeader("Authorization"))) {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        response.setContentType("application/json");
        try (JsonReader reader = Json.createReader(request.getInputStream())) {
            JsonObject message = reader.readObject();
            long id = outbox.add("sms", message.getString("to"), "", message.getString("text"));
            response.setStatus(HttpServletResponse.SC_CREATED);
            response.getWriter().write("{\"status\":\"accepted\",\"id\":\"" + id + "\"}");
        } catch (JsonException | NullPointerException | ClassCastException e) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            response.getWriter().write("{\"status\":\"refused\"}");
        }
    }
}

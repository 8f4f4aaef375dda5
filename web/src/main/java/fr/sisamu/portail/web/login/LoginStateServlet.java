package fr.sisamu.portail.web.login;

import fr.sisamu.portail.web.page.Answers;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * The live state of each way to come in, for the login page that stays open all night: {@code
 * {"card":{"state":"UNAVAILABLE","since":"2026-01-06T06:41:00Z"}}}. The page writes the hour in the zone of its post.
 */
@WebServlet("/login/state")
public class LoginStateServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient LiveStates states;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Answers.json(
                response,
                Json.createObjectBuilder().add("card", json(states.card())).build());
    }

    private static JsonObject json(WayState state) {
        JsonObjectBuilder json =
                Json.createObjectBuilder().add("state", state.status().name());
        state.since().ifPresent(since -> json.add("since", since.toString()));
        return json.build();
    }
}

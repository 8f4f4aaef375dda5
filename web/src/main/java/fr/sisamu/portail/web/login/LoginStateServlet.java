package fr.sisamu.portail.web.login;

import fr.sisamu.portail.web.page.Answers;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The live state of the ways to come in, which an open login page asks every ten seconds. Costs no query. */
@WebServlet("/login/state")
public class LoginStateServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient LiveStates states;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        JsonObjectBuilder ways =
                Json.createObjectBuilder().add("card", json(states.card())).add("otp", json(states.otp()));
        states.psc().ifPresent(psc -> ways.add("psc", json(psc)));
        Answers.json(response, ways.build());
    }

    private static JsonObjectBuilder json(WayState state) {
        JsonObjectBuilder json =
                Json.createObjectBuilder().add("state", state.status().name());
        state.since().ifPresent(since -> json.add("since", since.toString()));
        return json;
    }
}

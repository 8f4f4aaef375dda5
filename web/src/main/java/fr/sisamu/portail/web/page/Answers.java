package fr.sisamu.portail.web.page;

import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The short forms of an answer: JSON for a script, a line for whoever watches machines, 303 for a browser. */
public final class Answers {

    private Answers() {}

    public static boolean wantsJson(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return accept != null && accept.contains("application/json");
    }

    public static void json(HttpServletResponse response, JsonObject value) throws IOException {
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(value.toString());
    }

    public static void text(HttpServletResponse response, String line) throws IOException {
        response.setContentType("text/plain");
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(line + "\n");
    }

    /** 303 and never 302: the browser must come back with GET, whatever it sent (RFC 9110 §15.4.4). */
    public static void seeOther(HttpServletResponse response, String location) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", location);
    }
}

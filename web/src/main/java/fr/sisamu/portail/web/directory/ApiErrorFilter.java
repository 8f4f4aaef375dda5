package fr.sisamu.portail.web.directory;

import fr.sisamu.portail.web.page.Answers;
import fr.sisamu.portail.web.security.FaultFilter;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** In the place of the error page, which is for people: what goes wrong on a request of the API is told as its refusals are. */
@WebFilter(urlPatterns = "/error.xhtml", dispatcherTypes = DispatcherType.ERROR)
public class ApiErrorFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final String API = "/api/";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String failed = (String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        if (failed == null || !failed.startsWith(API)) {
            chain.doFilter(request, response);
            return;
        }
        int status = (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        JsonObjectBuilder told = Json.createObjectBuilder().add("error", word(status));
        Object code = request.getAttribute(FaultFilter.SUPPORT_CODE);
        if (status >= HttpServletResponse.SC_INTERNAL_SERVER_ERROR && code != null) {
            told.add("supportCode", code.toString());
        }
        Answers.json(response, told.build());
    }

    private static String word(int status) {
        return switch (status) {
            case HttpServletResponse.SC_NOT_FOUND -> "NOT_FOUND";
            case HttpServletResponse.SC_SERVICE_UNAVAILABLE -> "UNAVAILABLE";
            default -> status < HttpServletResponse.SC_INTERNAL_SERVER_ERROR ? "BAD_REQUEST" : "FAULT";
        };
    }
}

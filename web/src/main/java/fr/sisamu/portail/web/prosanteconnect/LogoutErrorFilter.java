package fr.sisamu.portail.web.prosanteconnect;

import fr.sisamu.portail.audit.SupportCode;
import fr.sisamu.portail.web.page.Answers;
import fr.sisamu.portail.web.page.MachineErrorFilter;
import fr.sisamu.portail.web.security.Route;
import jakarta.json.Json;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/** Tells the provider’s server what went wrong with its log-out in the form of OpenID Connect Back-Channel Logout 1.0 §2.8. */
@WebFilter(urlPatterns = "/error.xhtml", dispatcherTypes = DispatcherType.ERROR)
public class LogoutErrorFilter extends MachineErrorFilter {

    private static final long serialVersionUID = 1L;

    /** What that specification knows as an invalid request alone. */
    private static final Set<Integer> UNREAD = Set.of(
            HttpServletResponse.SC_REQUEST_TIMEOUT,
            HttpServletResponse.SC_LENGTH_REQUIRED,
            HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE,
            HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);

    public LogoutErrorFilter() {
        super(Route.PSC_BACK_CHANNEL.path());
    }

    @Override
    protected void tell(HttpServletResponse response, int status, Optional<String> reason, Optional<SupportCode> code)
            throws IOException {
        if (UNREAD.contains(status)) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        }
        String error = status < HttpServletResponse.SC_INTERNAL_SERVER_ERROR ? "invalid_request" : "server_error";
        Answers.json(response, Json.createObjectBuilder().add("error", error).build());
    }
}

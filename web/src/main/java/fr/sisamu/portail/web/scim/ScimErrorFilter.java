package fr.sisamu.portail.web.scim;

import fr.sisamu.portail.audit.SupportCode;
import fr.sisamu.portail.web.page.MachineErrorFilter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Whatever goes wrong on a request of SCIM is told as SCIM tells it (RFC 7644 §3.12). */
@WebFilter(urlPatterns = "/error.xhtml", dispatcherTypes = DispatcherType.ERROR)
public class ScimErrorFilter extends MachineErrorFilter {

    private static final long serialVersionUID = 1L;

    public ScimErrorFilter() {
        super("/scim/");
    }

    @Override
    protected void tell(HttpServletResponse response, int status, Optional<String> reason, Optional<SupportCode> code)
            throws IOException {
        String word = reason.orElseGet(() -> word(status));
        ScimErrors.write(response, status, Optional.empty(), ScimErrors.detail(word, "", code));
    }

    private static String word(int status) {
        return switch (status) {
            case HttpServletResponse.SC_NOT_FOUND -> "NOT_FOUND";
            case HttpServletResponse.SC_METHOD_NOT_ALLOWED -> "METHOD";
            case HttpServletResponse.SC_REQUEST_TIMEOUT -> "TOO_SLOW";
            case HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE -> "TOO_BIG";
            case HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE -> "ENCODED";
            case HttpServletResponse.SC_SERVICE_UNAVAILABLE -> "UNAVAILABLE";
            default -> status < HttpServletResponse.SC_INTERNAL_SERVER_ERROR ? "BAD_REQUEST" : "FAULT";
        };
    }
}

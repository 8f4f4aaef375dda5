package fr.sisamu.portail.web.directory;

import fr.sisamu.portail.audit.SupportCode;
import fr.sisamu.portail.web.page.Answers;
import fr.sisamu.portail.web.page.MachineErrorFilter;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Whatever goes wrong on a request of the API is told as its refusals are: by a word, as in {@code openapi.yaml}. */
@WebFilter(urlPatterns = "/error.xhtml", dispatcherTypes = DispatcherType.ERROR)
public class ApiErrorFilter extends MachineErrorFilter {

    private static final long serialVersionUID = 1L;

    public ApiErrorFilter() {
        super("/api/");
    }

    @Override
    protected void tell(HttpServletResponse response, int status, Optional<String> reason, Optional<SupportCode> code)
            throws IOException {
        String word = reason.orElseGet(() -> word(status));
        JsonObjectBuilder told = Json.createObjectBuilder().add("error", word);
        code.ifPresent(known -> told.add("supportCode", known.value()));
        Answers.json(response, told.build());
    }

    private static String word(int status) {
        return switch (status) {
            case HttpServletResponse.SC_NOT_FOUND -> "NOT_FOUND";
            case HttpServletResponse.SC_REQUEST_TIMEOUT -> "TOO_SLOW";
            case HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE -> "TOO_BIG";
            case HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE -> "UNSUPPORTED_MEDIA_TYPE";
            case HttpServletResponse.SC_SERVICE_UNAVAILABLE -> "UNAVAILABLE";
            default -> status < HttpServletResponse.SC_INTERNAL_SERVER_ERROR ? "BAD_REQUEST" : "FAULT";
        };
    }
}

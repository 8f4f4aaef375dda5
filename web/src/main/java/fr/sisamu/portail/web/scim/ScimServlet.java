package fr.sisamu.portail.web.scim;

import fr.sisamu.portail.directory.TokenScope;
import fr.sisamu.portail.directory.TokenVerdict;
import fr.sisamu.portail.role.Rights;
import fr.sisamu.portail.scim.ScimKind;
import fr.sisamu.portail.scim.ScimQuery;
import fr.sisamu.portail.scim.ScimReply;
import fr.sisamu.portail.scim.ScimService;
import fr.sisamu.portail.web.directory.MachineDoor;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/**
 * The endpoints of SCIM (RFC 7644 §3.2) for whom {@link MachineDoor} lets in. Neither {@code /Bulk} nor {@code /Me} nor a
 * search over all types is done: 501 says so.
 */
@WebServlet("/scim/v2/*")
public class ScimServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String SEARCH = ".search";

    @Inject
    transient MachineDoor door;

    @Inject
    transient ScimService scim;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ScimAnswers answers = new ScimAnswers(request, response);
        TokenVerdict verdict = door.judge(request, TokenScope.SCIM);
        if (verdict.retryAt().isPresent()) {
            answers.waitFor(door.secondsUntil(verdict.retryAt().get()));
        } else if (verdict.rights().isEmpty()) {
            answers.challenge();
        } else {
            answer(verdict.rights().get(), request, answers);
        }
    }

    private void answer(Rights rights, HttpServletRequest request, ScimAnswers answers) throws IOException {
        String path = Optional.ofNullable(request.getPathInfo()).orElse("/");
        Optional<ScimKind> kind = Arrays.stream(ScimKind.values())
                .filter(one -> path.equals(one.endpoint()) || path.startsWith(one.endpoint() + "/"))
                .findFirst();
        if (kind.isPresent()) {
            resources(rights, kind.get(), path.substring(kind.get().endpoint().length()), request, answers);
        } else if (path.equals("/Bulk") || path.equals("/Me") || path.equals("/") || path.equals("/" + SEARCH)) {
            answers.refuse(HttpServletResponse.SC_NOT_IMPLEMENTED, "NOT_IMPLEMENTED");
        } else if (isReading(request)) {
            answers.reply(scim.describe(rights, path.substring(1)), HttpServletResponse.SC_OK);
        } else {
            answers.methodNotAllowed("GET, HEAD");
        }
    }

    /** @param rest what follows the endpoint: nothing, a slash and an identifier, or a search */
    private void resources(Rights by, ScimKind kind, String rest, HttpServletRequest request, ScimAnswers answers)
            throws IOException {
        String id = rest.isEmpty() ? "" : rest.substring(1);
        boolean search = id.equals(SEARCH);
        String method = request.getMethod();
        if (isReading(request) && !search) {
            Optional<ScimQuery> query = ScimParameters.query(request);
            if (query.isEmpty()) {
                answers.refuse(HttpServletResponse.SC_BAD_REQUEST, "BAD_REQUEST");
                return;
            }
            answers.reply(
                    id.isEmpty() ? scim.list(by, kind, query.get()) : scim.get(by, kind, id, query.get()),
                    HttpServletResponse.SC_OK);
        } else if (method.equals("DELETE") && !id.isEmpty() && !search) {
            answers.reply(scim.remove(by, kind, id, ifMatch(request)), HttpServletResponse.SC_NO_CONTENT);
        } else if (method.equals("POST") && (id.isEmpty() || search)) {
            withBody(request, answers, body -> {
                answers.reply(
                        search ? scim.search(by, kind, body) : scim.create(by, kind, body),
                        search ? HttpServletResponse.SC_OK : HttpServletResponse.SC_CREATED);
            });
        } else if ((method.equals("PUT") || method.equals("PATCH")) && !id.isEmpty() && !search) {
            withBody(request, answers, body -> {
                ScimReply reply = method.equals("PUT")
                        ? scim.replace(by, kind, id, ifMatch(request), body)
                        : scim.change(by, kind, id, ifMatch(request), body);
                answers.reply(reply, HttpServletResponse.SC_OK);
            });
        } else {
            answers.methodNotAllowed(
                    search ? "POST" : id.isEmpty() ? "GET, HEAD, POST" : "GET, HEAD, PUT, PATCH, DELETE");
        }
    }

    private interface WithBody {
        void accept(byte[] body) throws IOException;
    }

    private static void withBody(HttpServletRequest request, ScimAnswers answers, WithBody deed) throws IOException {
        if (!ScimParameters.isJson(request)) {
            answers.refuse(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE, "MEDIA_TYPE");
            return;
        }
        byte[] body = request.getInputStream().readNBytes(ScimParameters.LARGEST_BODY + 1);
        if (body.length > ScimParameters.LARGEST_BODY) {
            answers.refuse(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, "TOO_BIG");
        } else {
            deed.accept(body);
        }
    }

    private static boolean isReading(HttpServletRequest request) {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }

    private static Optional<String> ifMatch(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("If-Match"));
    }
}

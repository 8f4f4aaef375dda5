package fr.sisamu.portail.web.scim;

import fr.sisamu.portail.directory.TokenScope;
import fr.sisamu.portail.directory.TokenVerdict;
import fr.sisamu.portail.role.Rights;
import fr.sisamu.portail.scim.ScimKind;
import fr.sisamu.portail.scim.ScimQuery;
import fr.sisamu.portail.scim.ScimReply;
import fr.sisamu.portail.scim.ScimService;
import fr.sisamu.portail.web.body.ReadingServlet;
import fr.sisamu.portail.web.directory.MachineDoor;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/**
 * The endpoints of SCIM (RFC 7644 §3.2) for whom {@link MachineDoor} lets in. Neither {@code /Bulk} nor {@code /Me} nor a
 * search over all types is done: 501 says so.
 */
@WebServlet("/scim/v2/*")
public class ScimServlet extends ReadingServlet {

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
        if (rest.isEmpty()) {
            all(by, kind, request, answers);
        } else if (!rest.equals("/" + SEARCH)) {
            one(by, kind, rest.substring(1), request, answers);
        } else if (request.getMethod().equals("POST")) {
            withBody(request, answers, HttpServletResponse.SC_OK, body -> scim.search(by, kind, body));
        } else {
            answers.methodNotAllowed("POST");
        }
    }

    private void all(Rights by, ScimKind kind, HttpServletRequest request, ScimAnswers answers) throws IOException {
        switch (request.getMethod()) {
            case "GET", "HEAD" -> withQuery(request, answers, query -> scim.list(by, kind, query));
            case "POST" ->
                withBody(request, answers, HttpServletResponse.SC_CREATED, body -> scim.create(by, kind, body));
            default -> answers.methodNotAllowed("GET, HEAD, POST");
        }
    }

    private void one(Rights by, ScimKind kind, String id, HttpServletRequest request, ScimAnswers answers)
            throws IOException {
        Optional<String> ifMatch = Optional.ofNullable(request.getHeader("If-Match"));
        int ok = HttpServletResponse.SC_OK;
        switch (request.getMethod()) {
            case "GET", "HEAD" -> withQuery(request, answers, query -> scim.get(by, kind, id, query));
            case "PUT" -> withBody(request, answers, ok, body -> scim.replace(by, kind, id, ifMatch, body));
            case "PATCH" -> withBody(request, answers, ok, body -> scim.change(by, kind, id, ifMatch, body));
            case "DELETE" -> answers.reply(scim.remove(by, kind, id, ifMatch), HttpServletResponse.SC_NO_CONTENT);
            default -> answers.methodNotAllowed("GET, HEAD, PUT, PATCH, DELETE");
        }
    }

    private static void withQuery(
            HttpServletRequest request, ScimAnswers answers, Function<ScimQuery, ScimReply> question)
            throws IOException {
        answers.reply(question.apply(ScimParameters.query(request)), HttpServletResponse.SC_OK);
    }

    private static void withBody(
            HttpServletRequest request, ScimAnswers answers, int status, Function<byte[], ScimReply> deed)
            throws IOException {
        if (!ScimParameters.isJson(request)) {
            answers.refuse(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE, "MEDIA_TYPE");
            return;
        }
        answers.reply(deed.apply(request.getInputStream().readAllBytes()), status);
    }

    private static boolean isReading(HttpServletRequest request) {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }
}

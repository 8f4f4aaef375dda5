package fr.sisamu.portail.web.directory;

import fr.sisamu.portail.directory.FileKind;
import fr.sisamu.portail.directory.ImportReport;
import fr.sisamu.portail.directory.ImportService;
import fr.sisamu.portail.directory.TokenScope;
import fr.sisamu.portail.directory.TokenVerdict;
import fr.sisamu.portail.role.Rights;
import fr.sisamu.portail.web.body.ReadingServlet;
import fr.sisamu.portail.web.page.Answers;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Imports by HTTP, described in {@code openapi.yaml}, for whom {@link MachineDoor} lets in.
 */
@WebServlet({"/api/import", "/api/import/*"})
public class ImportApiServlet extends ReadingServlet {

    private static final long serialVersionUID = 1L;
    private static final Pattern ONE = Pattern.compile("/([0-9]{1,18})");
    private static final Pattern APPLY = Pattern.compile("/([0-9]{1,18})/apply");
    private static final int TOO_MANY_REQUESTS = 429;
    private static final String BUSY_FOR = "10";

    @Inject
    transient MachineDoor door;

    @Inject
    transient ImportService imports;

    @Inject
    transient Upload upload;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Rights> rights = rights(request, response);
        if (rights.isEmpty()) {
            return;
        }
        String path = Optional.ofNullable(request.getPathInfo()).orElse("");
        Matcher one = ONE.matcher(path);
        Matcher apply = APPLY.matcher(path);
        boolean post = request.getMethod().equals("POST");
        if (path.isEmpty() && post) {
            begin(rights.get(), request, response);
        } else if (one.matches() && !post) {
            show(rights.get(), Long.parseLong(one.group(1)), response);
        } else if (apply.matches() && post) {
            apply(rights.get(), Long.parseLong(apply.group(1)), response);
        } else {
            refuse(response, HttpServletResponse.SC_NOT_FOUND, "NOT_FOUND");
        }
    }

    private Optional<Rights> rights(HttpServletRequest request, HttpServletResponse response) throws IOException {
        TokenVerdict verdict = door.judge(request, TokenScope.IMPORT);
        if (verdict.retryAt().isPresent()) {
            response.setHeader(
                    "Retry-After", door.secondsUntil(verdict.retryAt().get()));
            refuse(response, TOO_MANY_REQUESTS, "TOO_MANY_REQUESTS");
        } else if (verdict.rights().isEmpty()) {
            challenge(response);
        }
        return verdict.rights();
    }

    private static void challenge(HttpServletResponse response) throws IOException {
        response.setHeader("WWW-Authenticate", "Bearer realm=\"import\"");
        refuse(response, HttpServletResponse.SC_UNAUTHORIZED, "UNAUTHORIZED");
    }

    private void begin(Rights rights, HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean complete = isTrue(request, "complete");
        boolean atOnce = isTrue(request, "apply");
        String type = Optional.ofNullable(request.getContentType()).orElse("");
        if (type.startsWith("multipart/form-data")) {
            answer(upload.begin(rights, request, Optional.of(complete), atOnce), response);
            return;
        }
        Optional<FileKind> kind = Upload.kind(query(request, "kind").toLowerCase(Locale.ROOT));
        if (!type.startsWith("text/csv")) {
            refuse(response, HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE, "UNSUPPORTED_MEDIA_TYPE");
        } else if (kind.isEmpty()) {
            refuse(response, HttpServletResponse.SC_BAD_REQUEST, "KIND_MISSING");
        } else {
            answer(upload.begin(rights, kind.get(), request.getInputStream(), complete, atOnce), response);
        }
    }

    private static void answer(UploadOutcome outcome, HttpServletResponse response) throws IOException {
        if (outcome.id().isPresent()) {
            response.setStatus(HttpServletResponse.SC_ACCEPTED);
            response.setHeader("Location", "/api/import/" + outcome.id().get());
            Answers.json(
                    response,
                    Json.createObjectBuilder().add("id", outcome.id().get()).build());
            return;
        }
        switch (outcome.refusal().orElseThrow()) {
            case NO_FILE -> refuse(response, HttpServletResponse.SC_BAD_REQUEST, "NO_FILE");
            case TOO_BIG -> refuse(response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, "TOO_BIG");
            case BUSY -> {
                response.setHeader("Retry-After", BUSY_FOR);
                refuse(response, HttpServletResponse.SC_CONFLICT, "BUSY");
            }
        }
    }

    private void show(Rights rights, long id, HttpServletResponse response) throws IOException {
        Optional<ImportReport> report = imports.find(rights, id);
        if (report.isPresent()) {
            Answers.json(response, ImportJson.report(report.get()).build());
        } else {
            refuse(response, HttpServletResponse.SC_NOT_FOUND, "NOT_FOUND");
        }
    }

    private void apply(Rights rights, long id, HttpServletResponse response) throws IOException {
        if (imports.apply(rights, id)) {
            response.setStatus(HttpServletResponse.SC_ACCEPTED);
            Answers.json(response, Json.createObjectBuilder().add("id", id).build());
        } else {
            refuse(response, HttpServletResponse.SC_CONFLICT, "NOT_READY");
        }
    }

    /** A machine is told by a word: the error pages are for people. */
    private static void refuse(HttpServletResponse response, int status, String word) throws IOException {
        response.setStatus(status);
        Answers.json(response, Json.createObjectBuilder().add("error", word).build());
    }

    private static boolean isTrue(HttpServletRequest request, String name) {
        return query(request, name).equals("true");
    }

    private static String query(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("");
    }
}

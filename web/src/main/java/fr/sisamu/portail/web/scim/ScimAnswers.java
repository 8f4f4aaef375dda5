package fr.sisamu.portail.web.scim;

import fr.sisamu.portail.scim.ScimReply;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Writes an answer as the protocol wants it. */
final class ScimAnswers {

    private static final int TOO_MANY_REQUESTS = 429;

    private final HttpServletRequest request;
    private final HttpServletResponse response;

    ScimAnswers(HttpServletRequest request, HttpServletResponse response) {
        this.request = request;
        this.response = response;
    }

    /** @param status if it is done */
    void reply(ScimReply reply, int status) throws IOException {
        if (reply instanceof ScimReply.Refused refused) {
            ScimErrors.write(
                    response,
                    refused.reason().status(),
                    refused.reason().scimType(),
                    ScimErrors.detail(refused.reason().name(), refused.subject(), refused.code()));
            return;
        }
        ScimReply.Done done = (ScimReply.Done) reply;
        done.version().ifPresent(version -> response.setHeader("ETag", version));
        if (isKnown(done)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setStatus(status);
        if (status == HttpServletResponse.SC_CREATED) {
            done.location().ifPresent(location -> response.setHeader("Location", location));
        }
        if (!done.json().isEmpty()) {
            ScimErrors.json(response, done.json());
        }
    }

    void waitFor(String seconds) throws IOException {
        response.setHeader("Retry-After", seconds);
        refuse(TOO_MANY_REQUESTS, "TOO_MANY_REQUESTS");
    }

    void challenge() throws IOException {
        response.setHeader("WWW-Authenticate", "Bearer realm=\"scim\"");
        refuse(HttpServletResponse.SC_UNAUTHORIZED, "UNAUTHORIZED");
    }

    void methodNotAllowed(String allowed) throws IOException {
        response.setHeader("Allow", allowed);
        refuse(HttpServletResponse.SC_METHOD_NOT_ALLOWED, "METHOD");
    }

    void refuse(int status, String word) throws IOException {
        ScimErrors.write(response, status, Optional.empty(), ScimErrors.detail(word, "", Optional.empty()));
    }

    private boolean isKnown(ScimReply.Done done) {
        String known = request.getHeader("If-None-Match");
        boolean reading =
                request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        return reading && known != null && done.version().filter(known::equals).isPresent();
    }
}

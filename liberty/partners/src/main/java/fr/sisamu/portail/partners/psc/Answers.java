package fr.sisamu.portail.partners.psc;

import com.nimbusds.common.contenttype.ContentType;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.TokenErrorResponse;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import java.net.URI;
import java.util.Optional;

/** The plain answers that several endpoints give. */
final class Answers {

    private static final int SEE_OTHER = 303;
    private static final int HUGE = 10 * 1024 * 1024;

    private Answers() {}

    static HTTPResponse json(String body) {
        HTTPResponse answer = new HTTPResponse(HTTPResponse.SC_OK);
        answer.setEntityContentType(ContentType.APPLICATION_JSON);
        answer.setBody(body);
        return answer;
    }

    static HTTPResponse seeOther(URI where) {
        HTTPResponse answer = new HTTPResponse(SEE_OTHER);
        answer.setLocation(where);
        answer.setCacheControl("no-store");
        return answer;
    }

    /** RFC 6749 §5.2; what has no name is a bad request. */
    static HTTPResponse refusal(GeneralException refusal) {
        return new TokenErrorResponse(
                        Optional.ofNullable(refusal.getErrorObject()).orElse(OAuth2Error.INVALID_REQUEST))
                .toHTTPResponse();
    }

    /** What an endpoint says when it fails; delays are not for here. */
    static HTTPResponse failure(EndpointFault fault, HTTPRequest request) {
        return switch (fault) {
            case HTML -> Page.of(HTTPResponse.SC_OK, "Maintenance", "<p>Le service est en maintenance.</p>");
            case HUGE -> json("{\"remplissage\":\"" + "x".repeat(HUGE) + "\"}");
            case BROKEN_JSON -> json("{\"access_token\":\"eyJhbGciOi");
            case REDIRECT_LOOP -> {
                HTTPResponse loop = new HTTPResponse(HTTPResponse.SC_FOUND);
                loop.setLocation(request.getURI());
                yield loop;
            }
            case ERROR, SLOW, HANG -> new HTTPResponse(HTTPResponse.SC_SERVER_ERROR);
        };
    }
}

package fr.sisamu.portail.partners.psc;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.util.MultivaluedMapUtils;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import java.util.Optional;

/** Reads what a browser sends: fields of a form, parameters of an address, a cookie. */
final class Parameters {

    private Parameters() {}

    static Optional<String> field(HTTPRequest request, String name) {
        return Optional.ofNullable(request.getBody())
                .map(body -> MultivaluedMapUtils.getFirstValue(URLUtils.parseParameters(body), name));
    }

    /** A field that the page always has. */
    static String required(HTTPRequest request, String name) throws ParseException {
        return field(request, name).orElseThrow(() -> new ParseException("no field " + name));
    }

    static Optional<String> query(HTTPRequest request, String name) {
        return Optional.ofNullable(MultivaluedMapUtils.getFirstValue(request.getQueryStringParameters(), name));
    }

    static Optional<String> cookie(HTTPRequest request, String name) {
        String header = Optional.ofNullable(request.getHeaderValue("Cookie")).orElse("");
        for (String pair : header.split("; *", -1)) {
            if (pair.startsWith(name + "=")) {
                return Optional.of(pair.substring(name.length() + 1));
            }
        }
        return Optional.empty();
    }
}

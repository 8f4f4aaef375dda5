package fr.sisamu.portail.partners.psc;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What becomes of a request on the telephone. */
enum Decision {
    APPROVE("Approuver"),
    REFUSE("Refuser"),
    EXPIRE("Laisser expirer");

    private final String words;

    Decision(String words) {
        this.words = words;
    }

    static Decision of(HTTPRequest request) throws ParseException {
        return Names.of(Decision.class, Parameters.required(request, "decision"));
    }

    static String buttons() {
        return Arrays.stream(values())
                .map(each -> Page.button("decision", each.name(), each.words))
                .collect(Collectors.joining(" "));
    }
}

package fr.sisamu.portail.partners.psc;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;

/** Everybody's e-CPS: the requests over the back channel that wait for an answer, with the digits to compare. */
final class Telephone {

    private final BackChannelRequests requests;

    Telephone(BackChannelRequests requests) {
        this.requests = requests;
    }

    /** {@code GET /ecps}. */
    HTTPResponse show() {
        List<BackChannelRequest> pending = requests.pending();
        String list = pending.stream().map(Telephone::item).collect(Collectors.joining("", "<ul>", "</ul>"));
        return Page.of(
                HTTPResponse.SC_OK,
                "Demandes sur l’e-CPS",
                pending.isEmpty() ? "<p>Aucune demande. Rechargez la page pour voir les nouvelles.</p>" : list);
    }

    /** {@code POST /ecps} with {@code id} and {@code decision}. */
    HTTPResponse decide(HTTPRequest request) throws ParseException {
        requests.decide(Parameters.required(request, "id"), Decision.of(request));
        return Answers.seeOther(URI.create(PscSettings.ROOT + PscSettings.E_CPS));
    }

    private static String item(BackChannelRequest request) {
        return "<li><h2>" + Page.escaped(request.persona().fullName())
                + "</h2><p>Vérifiez le nombre affiché sur le poste\u202f: "
                + "<strong class=\"digits\">" + request.digits() + "</strong></p>"
                + Page.form(PscSettings.E_CPS, Page.hidden("id", request.id()) + Decision.buttons()) + "</li>";
    }
}

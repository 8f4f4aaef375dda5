package fr.sisamu.portail.partners.psc;

import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The faults by page and by HTTP. {@code GET /faults} lists them (JSON to whoever accepts that); {@code POST} with
 * {@code fault=WRONG_NONCE} spoils the next login, with {@code fault=HANG} and {@code endpoint=TOKEN} the next answer of
 * an endpoint; {@code times=5} the next five; {@code fault=NONE} forgets all.
 */
final class FaultDesk {

    private static final String NONE = "NONE";

    private final LoginFaults logins;
    private final EndpointFaults endpoints;

    FaultDesk(LoginFaults logins, EndpointFaults endpoints) {
        this.logins = logins;
        this.endpoints = endpoints;
    }

    HTTPResponse set(HTTPRequest request) throws ParseException {
        String fault = Parameters.required(request, "fault");
        int times = times(request);
        Optional<String> endpoint = Parameters.field(request, "endpoint");
        if (fault.equals(NONE)) {
            logins.clear();
            endpoints.clear();
        } else if (endpoint.isPresent()) {
            endpoints.set(Names.of(PscEndpoint.class, endpoint.get()), Names.of(EndpointFault.class, fault), times);
        } else {
            logins.set(Names.of(LoginFault.class, fault), times);
        }
        return Answers.seeOther(URI.create(PscSettings.ROOT + PscSettings.FAULTS));
    }

    private static int times(HTTPRequest request) throws ParseException {
        String times = Parameters.field(request, "times").orElse("1");
        if (!times.matches("[1-9][0-9]{0,5}")) {
            throw new ParseException("times is 1 or more");
        }
        return Integer.parseInt(times);
    }

    HTTPResponse show(HTTPRequest request) {
        return String.valueOf(request.getAccept()).contains("json") ? json() : page();
    }

    private HTTPResponse json() {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("waiting", logins.waiting().map(Enum::name).orElse(NONE));
        content.put(
                "waitingAtEndpoints",
                endpoints.waiting().entrySet().stream()
                        .collect(Collectors.toMap(
                                each -> each.getKey().name(),
                                each -> each.getValue().fault().name())));
        content.put("faults", Names.all(LoginFault.class));
        content.put("endpointFaults", Names.all(EndpointFault.class));
        content.put("endpoints", Names.all(PscEndpoint.class));
        return Answers.json(JSONObjectUtils.toJSONString(content));
    }

    private HTTPResponse page() {
        String waiting = logins.waiting()
                        .map(fault -> "<p role=\"status\">Prochaine connexion\u202f: " + Page.escaped(fault.words())
                                + ".</p>")
                        .orElse("")
                + endpoints.waiting().entrySet().stream()
                        .map(each -> "<p role=\"status\">" + each.getKey() + "\u202f: "
                                + each.getValue().fault().words() + ".</p>")
                        .collect(Collectors.joining());
        String login = Arrays.stream(LoginFault.values())
                .map(fault -> "<li>" + Page.button("fault", fault.name(), fault.words()) + "</li>")
                .collect(Collectors.joining("", "<ul class=\"choices\">", "</ul>"));
        String endpoint = Arrays.stream(PscEndpoint.values())
                .map(each -> "<h3>" + each + "</h3>"
                        + Page.form(PscSettings.FAULTS, Page.hidden("endpoint", each.name()) + endpointButtons()))
                .collect(Collectors.joining());
        return Page.of(
                HTTPResponse.SC_OK,
                "Pannes",
                waiting + Page.form(PscSettings.FAULTS, Page.button("fault", NONE, "Tout remettre en ordre"))
                        + "<h2>La prochaine connexion…</h2>" + Page.form(PscSettings.FAULTS, login)
                        + "<h2>La prochaine réponse de…</h2>" + endpoint);
    }

    private static String endpointButtons() {
        return Arrays.stream(EndpointFault.values())
                .map(fault -> Page.button("fault", fault.name(), fault.words()))
                .collect(Collectors.joining(" "));
    }
}

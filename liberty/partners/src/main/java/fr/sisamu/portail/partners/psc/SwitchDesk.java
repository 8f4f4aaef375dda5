package fr.sisamu.portail.partners.psc;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code GET /switches} shows them, {@code POST} with {@code switch=ROTATE_KEYS} turns one and says what came of it. */
final class SwitchDesk {

    private final SigningKeys keys;
    private final UserInfoEndpoint userInfo;
    private final SingleSignOn signOn;
    private final BackChannelLogout logout;

    SwitchDesk(SigningKeys keys, UserInfoEndpoint userInfo, SingleSignOn signOn, BackChannelLogout logout) {
        this.keys = keys;
        this.userInfo = userInfo;
        this.signOn = signOn;
        this.logout = logout;
    }

    HTTPResponse turn(HTTPRequest request) throws ParseException {
        Switch turned = Names.of(Switch.class, Parameters.required(request, "switch"));
        String done = turned.words();
        switch (turned) {
            case SIGN_RS256 -> keys.algorithm(JWSAlgorithm.RS256);
            case SIGN_PS256 -> keys.algorithm(JWSAlgorithm.PS256);
            case SIGN_ES256 -> keys.algorithm(JWSAlgorithm.ES256);
            case USERINFO_JSON -> userInfo.signed(false);
            case USERINFO_JWT -> userInfo.signed(true);
            case ROTATE_KEYS -> keys.rotate(true);
            case DROP_KEYS -> keys.rotate(false);
            case FORGET_SESSIONS -> signOn.all().forEach(signOn::end);
            case BACK_CHANNEL_LOGOUT -> done = logout.everybody();
        }
        return show(Optional.of(done));
    }

    HTTPResponse show() {
        return show(Optional.empty());
    }

    private HTTPResponse show(Optional<String> done) {
        String buttons = Arrays.stream(Switch.values())
                .map(each -> "<li>" + Page.button("switch", each.name(), each.words()) + "</li>")
                .collect(Collectors.joining("", "<ul>", "</ul>"));
        return Page.of(
                HTTPResponse.SC_OK,
                "Réglages",
                done.map(words -> "<p role=\"status\">Fait\u202f: " + Page.escaped(words) + ".</p>")
                                .orElse("")
                        + "<p>Signature\u202f: " + keys.algorithm() + "\u202f; userinfo\u202f: "
                        + (userInfo.signed() ? "jeton signé" : "JSON") + "\u202f; sessions\u202f: "
                        + signOn.all().size() + ".</p>" + Page.form(PscSettings.SWITCHES, buttons));
    }
}

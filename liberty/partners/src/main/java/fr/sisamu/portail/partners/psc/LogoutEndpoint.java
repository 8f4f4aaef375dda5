package fr.sisamu.portail.partners.psc;

import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import java.net.URI;
import java.text.ParseException;
import java.util.List;
import java.util.Map;

/**
 * Ends the provider's session in this browser (OpenID Connect RP-Initiated Logout 1.0). As with the real one the session
 * is known by the browser's cookie: a server that calls with the hint alone ends nothing on the post.
 */
final class LogoutEndpoint implements Endpoint {

    private final PscSettings settings;
    private final RegisteredClient client;
    private final SingleSignOn signOn;

    LogoutEndpoint(PscSettings settings, RegisteredClient client, SingleSignOn signOn) {
        this.settings = settings;
        this.client = client;
        this.signOn = signOn;
    }

    @Override
    public HTTPResponse answer(HTTPRequest request) throws GeneralException {
        LogoutRequest asked = LogoutRequest.parse(request);
        URI where = asked.getPostLogoutRedirectionURI();
        if (where != null && (!isOurs(asked.getIDTokenHint()) || !where.equals(client.postLogoutRedirect()))) {
            return WalletPages.refused("L’adresse de retour n’est pas enregistrée, ou le jeton d’identité manque.");
        }
        signOn.current(request).ifPresent(signOn::end);
        HTTPResponse answer = where == null
                ? Page.of(HTTPResponse.SC_OK, "Déconnexion", "<p>Vous êtes déconnecté de Pro Santé Connect.</p>")
                : Answers.seeOther(withState(where, asked.getState()));
        SingleSignOn.forget(answer);
        return answer;
    }

    /** Issued here for this client; it may have expired long ago. */
    private boolean isOurs(JWT hint) {
        if (hint == null) {
            return false;
        }
        try {
            JWTClaimsSet claims = hint.getJWTClaimsSet();
            return settings.issuer().getValue().equals(claims.getIssuer())
                    && claims.getAudience().contains(client.id().getValue());
        } catch (ParseException e) {
            return false;
        }
    }

    private static URI withState(URI where, State state) {
        return state == null
                ? where
                : URI.create(where + "?" + URLUtils.serializeParameters(Map.of("state", List.of(state.getValue()))));
    }
}

package fr.sisamu.portail.partners.psc;

import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ciba.AuthRequestID;
import com.nimbusds.oauth2.sdk.ciba.CIBAError;
import com.nimbusds.oauth2.sdk.ciba.CIBARequest;
import com.nimbusds.oauth2.sdk.ciba.CIBARequestAcknowledgement;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import java.util.List;

/** Takes logins over the back channel (OpenID Connect CIBA Core §7), with the provider's own rules on top. */
final class CibaEndpoint implements Endpoint {

    private final ClientCheck clients;
    private final Personae personae;
    private final BackChannelRequests requests;

    CibaEndpoint(ClientCheck clients, Personae personae, BackChannelRequests requests) {
        this.clients = clients;
        this.personae = personae;
        this.requests = requests;
    }

    @Override
    public HTTPResponse answer(HTTPRequest request) throws GeneralException {
        CIBARequest asked = CIBARequest.parse(request);
        clients.check(asked.getClientAuthentication());
        if (!asked.getScope().contains("scope_all")) {
            throw new GeneralException(OAuth2Error.INVALID_SCOPE);
        }
        String digits = asked.getBindingMessage();
        if (digits == null || !digits.matches("[0-9]{2}")) {
            throw new GeneralException(CIBAError.INVALID_BINDING_MESSAGE);
        }
        if (!List.of("CARD", "MOBILE").containsAll(channel(asked))) {
            throw new GeneralException("unknown channel", OAuth2Error.INVALID_REQUEST);
        }
        Persona persona = personae.find(String.valueOf(asked.getLoginHint()))
                .orElseThrow(() -> new GeneralException(CIBAError.UNKNOWN_USER_ID));
        BackChannelRequest taken =
                requests.ask(persona, digits, AuthorizationRules.level(asked.getACRValues()), asked.getScope());
        return new CIBARequestAcknowledgement(
                        new AuthRequestID(taken.id()),
                        Math.toIntExact(BackChannelRequest.LIFE.toSeconds()),
                        Math.toIntExact(BackChannelRequest.INTERVAL.toSeconds()))
                .toHTTPResponse();
    }

    /** The provider's own parameter: on which device to ask. */
    private static List<String> channel(CIBARequest asked) {
        List<String> values = asked.getCustomParameter("channel");
        return values == null ? List.of() : values;
    }
}

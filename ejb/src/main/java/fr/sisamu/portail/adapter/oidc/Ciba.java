package fr.sisamu.portail.adapter.oidc;

import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.ciba.AuthRequestID;
import com.nimbusds.oauth2.sdk.ciba.CIBAGrant;
import com.nimbusds.oauth2.sdk.ciba.CIBARequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.openid.connect.sdk.claims.ACR;
import fr.sisamu.portail.adapter.oidc.IdTokenRules.Asked;
import fr.sisamu.portail.prosanteconnect.Acr;
import fr.sisamu.portail.prosanteconnect.CibaAnswer;
import fr.sisamu.portail.prosanteconnect.Demand;
import fr.sisamu.portail.prosanteconnect.Proof;
import fr.sisamu.portail.prosanteconnect.ProviderUnavailableException;
import fr.sisamu.portail.prosanteconnect.PscRefusal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks an e-CPS directly and waits for it by polling (CIBA Core 1.0 §7, §10, §11), in the ANS's manner. */
record Ciba(
        String scope,
        Discovery discovery,
        ClientProof client,
        ProviderHttp http,
        TokenEndpoint tokens,
        Identification identification) {

    private static final String WHO = "CIBA endpoint";
    private static final int LONGEST_ID = 1024;

    /** What the ANS gives when its answer says nothing: two minutes, and no more than an hour whatever it says. */
    private static final long LIFETIME = 120;

    private static final long LONGEST_LIFETIME = 3600;

    /** CIBA Core §7.3: five seconds, unless the answer says otherwise. */
    private static final long INTERVAL = 5;

    CibaAnswer ask(String identifier, String digits, Acr level) throws ProviderUnavailableException {
        URI endpoint = discovery
                .endpoints()
                .ciba()
                .orElseThrow(() -> new ProviderUnavailableException(WHO + ": the provider has none", null));
        CIBARequest request = new CIBARequest.Builder(client.proof(), Scope.parse(scope))
                .endpointURI(endpoint)
                .acrValues(List.of(new ACR(level.text())))
                .loginHint(identifier)
                .bindingMessage(digits)
                .customParameter("channel", "MOBILE") // the ANS's own: the e-CPS, not a reader
                .build();
        HTTPResponse answer = http.ask(WHO, request.toHTTPRequest());
        Map<String, Object> members = Json.object(WHO, answer);
        if (answer.getStatusCode() != HTTPResponse.SC_OK) {
            return nothing(PscRefusal.PROVIDER_ERROR, WHO + ": " + OauthError.of(answer.getStatusCode(), members));
        }
        Optional<String> id = Json.text(members, "auth_req_id").filter(name -> name.length() <= LONGEST_ID);
        return id.<CibaAnswer>map(name -> new CibaAnswer.Asked(
                        name,
                        seconds(members, "expires_in", LIFETIME, LONGEST_LIFETIME),
                        seconds(members, "interval", INTERVAL, LIFETIME)))
                .orElseGet(() -> nothing(PscRefusal.PROVIDER_ERROR, WHO + ": no auth_req_id"));
    }

    private static Duration seconds(Map<String, Object> members, String name, long otherwise, long most) {
        long given = members.get(name) instanceof Number number ? number.longValue() : otherwise;
        return Duration.ofSeconds(Math.max(1, Math.min(given, most)));
    }

    /** The token proves that this very request was approved; CIBA knows no nonce. */
    CibaAnswer poll(String requestId, Acr level) throws ProviderUnavailableException {
        try {
            TokenEndpoint.Answer answer = tokens.ask(new CIBAGrant(new AuthRequestID(requestId)));
            if (answer.tokens().isEmpty()) {
                return refused(answer);
            }
            return new CibaAnswer.Judged(
                    identification.proof(answer.tokens().get(), new Asked(Optional.empty(), Demand.of(level))));
        } catch (ProofRefused e) {
            return nothing(e.reason(), e.getMessage());
        }
    }

    private static CibaAnswer refused(TokenEndpoint.Answer answer) {
        return switch (answer.code()) {
            case "authorization_pending" -> new CibaAnswer.Pending(false);
            case "slow_down" -> new CibaAnswer.Pending(true);
            case "access_denied" -> nothing(PscRefusal.DENIED, answer.error());
            case "expired_token" -> nothing(PscRefusal.NOT_ANSWERED, answer.error());
            default -> nothing(PscRefusal.PROVIDER_ERROR, answer.error());
        };
    }

    private static CibaAnswer nothing(PscRefusal reason, String cause) {
        return new CibaAnswer.Judged(new Proof.Nothing(reason, cause));
    }
}

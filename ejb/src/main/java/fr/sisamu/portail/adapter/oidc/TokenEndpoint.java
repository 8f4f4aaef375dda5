package fr.sisamu.portail.adapter.oidc;

import static fr.sisamu.portail.adapter.oidc.ProofRefused.untrusted;

import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import fr.sisamu.portail.prosanteconnect.ProviderUnavailableException;
import fr.sisamu.portail.prosanteconnect.PscRefusal;
import java.util.Map;
import java.util.Optional;

/** Exchanges a grant for tokens (RFC 6749 §4.1.3 and §5). */
final class TokenEndpoint {

    private static final String WHO = "token endpoint";

    private final Discovery discovery;
    private final ClientProof client;
    private final ProviderHttp http;

    TokenEndpoint(Discovery discovery, ClientProof client, ProviderHttp http) {
        this.discovery = discovery;
        this.client = client;
        this.http = http;
    }

    /** What it gave; both are secrets. */
    record Tokens(String idToken, String accessToken) {

        @Override
        public String toString() {
            return "Tokens[…]";
        }
    }

    /**
     * Tokens, or the provider's error.
     *
     * @param code its code, to tell errors apart
     * @param error all of it, for the trace
     */
    record Answer(Optional<Tokens> tokens, String code, String error) {}

    /** Any error of the provider ends the login. */
    Tokens tokens(AuthorizationGrant grant) throws ProofRefused, ProviderUnavailableException {
        Answer answer = ask(grant);
        return answer.tokens()
                .orElseThrow(() -> new ProofRefused(PscRefusal.PROVIDER_ERROR, WHO + ": " + answer.error()));
    }

    Answer ask(AuthorizationGrant grant) throws ProofRefused, ProviderUnavailableException {
        TokenRequest request = new TokenRequest.Builder(discovery.endpoints().token(), client.proof(), grant).build();
        HTTPResponse answer = http.ask(WHO, request.toHTTPRequest());
        Map<String, Object> members = Json.object(WHO, answer);
        if (answer.getStatusCode() != HTTPResponse.SC_OK) {
            return new Answer(
                    Optional.empty(),
                    OauthError.code(Json.text(members, "error")).orElse(""),
                    OauthError.of(answer.getStatusCode(), members));
        }
        if (!"bearer".equalsIgnoreCase(Json.text(members, "token_type").orElse(""))) {
            throw untrusted(WHO + ": the access token is no bearer token");
        }
        return new Answer(
                Optional.of(new Tokens(
                        Json.text(members, "id_token").orElseThrow(() -> untrusted(WHO + ": no ID token")),
                        Json.text(members, "access_token").orElseThrow(() -> untrusted(WHO + ": no access token")))),
                "",
                "");
    }
}

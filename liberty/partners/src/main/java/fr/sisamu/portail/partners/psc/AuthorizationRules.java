package fr.sisamu.portail.partners.psc;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.claims.ACR;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What an authentication request must have. Stricter than most providers, so that a careless client shows here. */
final class AuthorizationRules {

    /** Asked for when the client asks for none. */
    private static final ACR LOWEST = new ACR("eidas1");

    private static final Set<String> LEVELS = Set.of("eidas1", "eidas2", "eidas3");

    private AuthorizationRules() {}

    /** Why the request is refused; empty when it is not. */
    static Optional<ErrorObject> refusal(AuthenticationRequest asked) {
        if (!ResponseType.CODE.equals(asked.getResponseType())) {
            return Optional.of(OAuth2Error.UNSUPPORTED_RESPONSE_TYPE);
        }
        if (!asked.getScope().contains("scope_all")) {
            return Optional.of(OAuth2Error.INVALID_SCOPE);
        }
        if (asked.getState() == null) {
            return invalid("no state");
        }
        if (asked.getNonce() == null) {
            return invalid("no nonce");
        }
        if (asked.getCodeChallenge() == null || !CodeChallengeMethod.S256.equals(asked.getCodeChallengeMethod())) {
            return invalid("no code challenge by S256");
        }
        return LEVELS.contains(level(asked.getACRValues()).getValue()) ? Optional.empty() : invalid("unknown level");
    }

    /** The level that the login will have: the first that was asked for. */
    static ACR level(List<ACR> asked) {
        return asked == null || asked.isEmpty() ? LOWEST : asked.get(0);
    }

    private static Optional<ErrorObject> invalid(String why) {
        return Optional.of(OAuth2Error.INVALID_REQUEST.setDescription(why));
    }
}

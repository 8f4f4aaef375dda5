package fr.sisamu.portail.partners.psc;

import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.ciba.CIBAGrant;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import java.util.Optional;

/** Changes a code, or an approved request of CIBA, for tokens. */
final class TokenEndpoint implements Endpoint {

    private final ClientCheck clients;
    private final Expiring<CodeGrant> codes;
    private final BackChannelRequests backChannel;
    private final TokenIssue tokens;
    private final LoginFaults faults;

    TokenEndpoint(
            ClientCheck clients,
            Expiring<CodeGrant> codes,
            BackChannelRequests backChannel,
            TokenIssue tokens,
            LoginFaults faults) {
        this.clients = clients;
        this.codes = codes;
        this.backChannel = backChannel;
        this.tokens = tokens;
        this.faults = faults;
    }

    @Override
    public HTTPResponse answer(HTTPRequest request) throws GeneralException {
        TokenRequest asked = TokenRequest.parse(request);
        clients.check(asked.getClientAuthentication());
        Optional<ErrorObject> fault = faults.take(Stage.TOKEN_ERROR).flatMap(LoginFault::error);
        if (fault.isPresent()) {
            throw new GeneralException(fault.get());
        }
        return tokens.answer(
                redeem(asked.getAuthorizationGrant()), Optional.ofNullable(request.getClientX509Certificate()));
    }

    private Grant redeem(AuthorizationGrant shown) throws GeneralException {
        if (shown instanceof AuthorizationCodeGrant code) {
            return codes.take(code.getAuthorizationCode().getValue())
                    .filter(found -> belongs(found, code))
                    .map(CodeGrant::grant)
                    .orElseThrow(() -> new GeneralException(OAuth2Error.INVALID_GRANT));
        }
        if (shown instanceof CIBAGrant poll) {
            return backChannel.poll(poll.getAuthRequestID().getValue());
        }
        throw new GeneralException(OAuth2Error.UNSUPPORTED_GRANT_TYPE);
    }

    private static boolean belongs(CodeGrant found, AuthorizationCodeGrant shown) {
        return found.redirect().equals(shown.getRedirectionURI())
                && shown.getCodeVerifier() != null
                && found.challenge().equals(CodeChallenge.compute(CodeChallengeMethod.S256, shown.getCodeVerifier()));
    }
}

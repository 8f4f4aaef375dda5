package fr.sisamu.portail.partners.psc;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationErrorResponse;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationSuccessResponse;
import java.util.Optional;

/** Sends the browser back to the client with a code or an error (RFC 6749 §4.1.2), naming the provider (RFC 9207). */
final class RedirectBack {

    private final PscSettings settings;
    private final Expiring<CodeGrant> codes;
    private final LoginFaults faults;

    RedirectBack(PscSettings settings, Expiring<CodeGrant> codes, LoginFaults faults) {
        this.settings = settings;
        this.codes = codes;
        this.faults = faults;
    }

    HTTPResponse withCode(AuthenticationRequest asked, Login login) {
        Optional<LoginFault> fault = faults.take(Stage.REDIRECT);
        Optional<ErrorObject> error = fault.flatMap(LoginFault::error);
        if (error.isPresent()) {
            return withError(asked, error.get());
        }
        Grant grant = new Grant(login, asked.getScope(), Optional.of(asked.getNonce()));
        String code = codes.add(new CodeGrant(grant, asked.getRedirectionURI(), asked.getCodeChallenge()));
        String shown = fault.filter(LoginFault.WRONG_CODE::equals).isPresent() ? Expiring.randomKey() : code;
        return Answers.seeOther(new AuthenticationSuccessResponse(
                        asked.getRedirectionURI(),
                        new AuthorizationCode(shown),
                        null,
                        null,
                        state(asked, fault),
                        null,
                        issuer(fault),
                        ResponseMode.QUERY)
                .toURI());
    }

    HTTPResponse withError(AuthenticationRequest asked, ErrorObject error) {
        return Answers.seeOther(new AuthorizationErrorResponse(
                        asked.getRedirectionURI(), error, asked.getState(), settings.issuer(), ResponseMode.QUERY)
                .toURI());
    }

    private static State state(AuthenticationRequest asked, Optional<LoginFault> fault) {
        if (fault.filter(LoginFault.WRONG_STATE::equals).isPresent()) {
            return new State();
        }
        return fault.filter(LoginFault.MISSING_STATE::equals).isPresent() ? null : asked.getState();
    }

    private Issuer issuer(Optional<LoginFault> fault) {
        if (fault.filter(LoginFault.OTHER_ISSUER::equals).isPresent()) {
            return new Issuer("https://autre.example.invalid/auth/realms/esante-wallet");
        }
        return fault.filter(LoginFault.MISSING_ISSUER::equals).isPresent() ? null : settings.issuer();
    }
}

package fr.sisamu.portail.partners.psc;

import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.oauth2.sdk.token.BearerTokenError;
import com.nimbusds.openid.connect.sdk.UserInfoErrorResponse;
import com.nimbusds.openid.connect.sdk.UserInfoSuccessResponse;
import java.util.Map;
import java.util.Optional;

/** Says who the holder of an access token is, as JSON or as a signed token (OpenID Connect Core §5.3). */
final class UserInfoEndpoint implements Endpoint {

    private final PscSettings settings;
    private final RegisteredClient client;
    private final Signer signer;
    private final Expiring<IssuedToken> issued;
    private final LoginFaults faults;
    private volatile boolean signed;

    UserInfoEndpoint(
            PscSettings settings,
            RegisteredClient client,
            Signer signer,
            Expiring<IssuedToken> issued,
            LoginFaults faults) {
        this.settings = settings;
        this.client = client;
        this.signer = signer;
        this.issued = issued;
        this.faults = faults;
    }

    void signed(boolean value) {
        signed = value;
    }

    boolean signed() {
        return signed;
    }

    @Override
    public HTTPResponse answer(HTTPRequest request) throws GeneralException {
        BearerAccessToken token;
        try {
            token = BearerAccessToken.parse(request);
        } catch (ParseException e) {
            return refusal(BearerTokenError.MISSING_TOKEN);
        }
        Optional<IssuedToken> found =
                issued.find(token.getValue()).filter(each -> each.goodWith(request.getClientX509Certificate()));
        Optional<LoginFault> fault = faults.take(Stage.USERINFO);
        if (found.isEmpty()
                || fault.filter(LoginFault.USERINFO_INVALID_TOKEN::equals).isPresent()) {
            return refusal(BearerTokenError.INVALID_TOKEN);
        }
        Map<String, Object> claims =
                UserInfoClaims.of(found.get().grant().login().persona());
        fault.ifPresent(present -> spoil(claims, present));
        return answer(claims, fault);
    }

    private HTTPResponse answer(Map<String, Object> claims, Optional<LoginFault> fault) throws ParseException {
        JWTClaimsSet token = token(claims);
        Optional<JWT> bad = fault.map(present -> switch (present) {
            case USERINFO_BAD_SIGNATURE -> signer.forge(token);
            case USERINFO_ALGORITHM_NONE -> new PlainJWT(token);
            case USERINFO_OTHER_AUDIENCE ->
                signer.sign(new JWTClaimsSet.Builder(token)
                        .audience("un-autre-client")
                        .build());
            default -> null;
        });
        if (bad.isPresent() || signed) {
            return new UserInfoSuccessResponse(bad.orElseGet(() -> signer.sign(token))).toHTTPResponse();
        }
        return Answers.json(JSONObjectUtils.toJSONString(claims));
    }

    /** With the two claims that a signed answer needs to be meant for somebody (OpenID Connect Core §5.3.2). */
    private JWTClaimsSet token(Map<String, Object> claims) {
        JWTClaimsSet.Builder token = new JWTClaimsSet.Builder();
        claims.forEach(token::claim);
        return token.issuer(settings.issuer().getValue())
                .audience(client.id().getValue())
                .build();
    }

    private static void spoil(Map<String, Object> claims, LoginFault fault) {
        switch (fault) {
            case USERINFO_OTHER_SUBJECT -> claims.put("sub", "f:550dc1c8-d97b-4b1e-ac8c-000000000000:899999999999");
            case USERINFO_MISSING_SUBJECT -> claims.remove("sub");
            case USERINFO_NO_IDENTIFIER -> {
                claims.put("SubjectNameID", "");
                claims.remove("otherIds");
            }
            default -> {
                // The signature or the status is what is wrong.
            }
        }
    }

    private static HTTPResponse refusal(BearerTokenError error) {
        return new UserInfoErrorResponse(error).toHTTPResponse();
    }
}

package fr.sisamu.portail.adapter.oidc;

import static fr.sisamu.portail.adapter.oidc.ProofRefused.untrusted;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import fr.sisamu.portail.prosanteconnect.ProviderUnavailableException;
import fr.sisamu.portail.prosanteconnect.PscRefusal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Asks who stands behind an access token (OpenID Connect Core §5.3): plain JSON, or a JWT that the provider signed. */
final class UserinfoEndpoint {

    private static final String WHO = "userinfo";

    private final Discovery discovery;
    private final ProviderHttp http;
    private final Signatures signatures;
    private final TokenRules rules;
    private final Duration oldest;

    UserinfoEndpoint(Discovery discovery, ProviderHttp http, Signatures signatures, TokenRules rules, Duration oldest) {
        this.discovery = discovery;
        this.http = http;
        this.signatures = signatures;
        this.rules = rules;
        this.oldest = oldest;
    }

    /** The claims about this subject and about no other (§5.3.2: sub must be the same). */
    Map<String, Object> claims(String accessToken, String subject) throws ProofRefused, ProviderUnavailableException {
        UserInfoRequest request =
                new UserInfoRequest(discovery.endpoints().userinfo(), new BearerAccessToken(accessToken));
        HTTPResponse answer = http.ask(WHO, request.toHTTPRequest());
        if (answer.getStatusCode() != HTTPResponse.SC_OK) {
            throw new ProofRefused(PscRefusal.PROVIDER_ERROR, WHO + ": status " + answer.getStatusCode());
        }
        Map<String, Object> claims = signed(answer) ? signedClaims(answer) : Json.object(WHO, answer);
        if (!Json.text(claims, "sub").equals(Optional.of(subject))) {
            throw untrusted(WHO + ": it speaks of another subject than the ID token");
        }
        return claims;
    }

    private static boolean signed(HTTPResponse answer) {
        return answer.getEntityContentType() != null
                && answer.getEntityContentType().getSubType().equalsIgnoreCase("jwt");
    }

    /** iss and aud should be there (§5.3.2) and are not everywhere; where they are, they must be right. Of azp it says nothing. */
    private Map<String, Object> signedClaims(HTTPResponse answer) throws ProofRefused, ProviderUnavailableException {
        JWTClaimsSet claims = signatures
                .verified(WHO, String.valueOf(answer.getBody()).strip())
                .claims();
        if (claims.getIssuer() != null) {
            rules.issuer(WHO, Optional.of(claims.getIssuer()));
        }
        if (!claims.getAudience().isEmpty()) {
            rules.audience(WHO, claims);
        }
        if (claims.getIssueTime() != null) {
            rules.time(WHO, claims, oldest);
        }
        return claims.getClaims();
    }
}

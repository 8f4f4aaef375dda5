package fr.sisamu.portail.partners.psc;

import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.auth.X509CertificateConfirmation;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.oauth2.sdk.token.Tokens;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Makes the tokens of a grant: the identity token, and an access token bound to the certificate that was shown. */
final class TokenIssue {

    private final PscSettings settings;
    private final RegisteredClient client;
    private final Signer signer;
    private final IdTokens idTokens;
    private final Expiring<IssuedToken> issued;
    private final LoginFaults faults;
    private final Clock clock;

    TokenIssue(
            PscSettings settings,
            RegisteredClient client,
            Signer signer,
            Expiring<IssuedToken> issued,
            LoginFaults faults,
            Clock clock) {
        this.settings = settings;
        this.client = client;
        this.signer = signer;
        this.idTokens = new IdTokens(settings, client, signer, clock);
        this.issued = issued;
        this.faults = faults;
        this.clock = clock;
    }

    HTTPResponse answer(Grant grant, Optional<X509Certificate> certificate) {
        String value = accessToken(grant, certificate);
        issued.put(value, new IssuedToken(grant, certificate));
        BearerAccessToken token = new BearerAccessToken(value, issued.life().toSeconds(), grant.scope());
        Optional<LoginFault> fault = faults.take(Stage.ID_TOKEN);
        if (fault.filter(LoginFault.MISSING_ID_TOKEN::equals).isPresent()) {
            return new AccessTokenResponse(new Tokens(token, null)).toHTTPResponse();
        }
        JWT idToken = idTokens.issue(grant, token, fault);
        return new OIDCTokenResponse(new OIDCTokens(idToken, token, null)).toHTTPResponse();
    }

    private String accessToken(Grant grant, Optional<X509Certificate> certificate) {
        Login login = grant.login();
        Instant now = clock.instant();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(settings.issuer().getValue())
                .subject(login.persona().subject())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(issued.life())))
                .jwtID(UUID.randomUUID().toString())
                .claim("typ", "Bearer")
                .claim("azp", client.id().getValue())
                .claim("sid", login.session())
                .claim("acr", login.acr().getValue())
                .claim("scope", grant.scope().toString());
        certificate
                .map(shown -> X509CertificateConfirmation.of(shown).toJWTClaim())
                .ifPresent((Map.Entry<String, ?> bound) -> claims.claim(bound.getKey(), bound.getValue()));
        return signer.sign(claims.build()).serialize();
    }
}

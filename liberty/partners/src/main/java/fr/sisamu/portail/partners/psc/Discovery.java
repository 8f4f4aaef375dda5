package fr.sisamu.portail.partners.psc;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.ciba.BackChannelTokenDeliveryMode;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.openid.connect.sdk.SubjectType;
import com.nimbusds.openid.connect.sdk.claims.ACR;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderEndpointMetadata;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.util.List;

/**
 * {@code wallet-openid-configuration}: what Pro Santé Connect says of itself, useless {@code acr_values_supported} and
 * algorithms that nobody should accept included. Like the real one it announces more than a client such as the portal
 * will find: no device flow is served here.
 */
final class Discovery implements Endpoint {

    private static final List<JWSAlgorithm> ALGORITHMS =
            List.of(JWSAlgorithm.PS256, JWSAlgorithm.ES256, JWSAlgorithm.RS256, JWSAlgorithm.HS256);

    private final String document;

    Discovery(PscSettings settings) {
        OIDCProviderMetadata said = new OIDCProviderMetadata(
                settings.issuer(), List.of(SubjectType.PUBLIC, SubjectType.PAIRWISE), settings.endpoint("certs"));
        endpoints(said, settings);
        abilities(said);
        document = said.toJSONObject().toJSONString();
    }

    @Override
    public HTTPResponse answer(HTTPRequest request) {
        return Answers.json(document);
    }

    private static void endpoints(OIDCProviderMetadata said, PscSettings settings) {
        said.setAuthorizationEndpointURI(settings.authorization());
        said.setTokenEndpointURI(settings.endpoint("token"));
        said.setUserInfoEndpointURI(settings.endpoint("userinfo"));
        said.setEndSessionEndpointURI(settings.endpoint("logout"));
        said.setBackChannelAuthenticationEndpointURI(settings.endpoint("ext/ciba/auth"));
        OIDCProviderEndpointMetadata mutualTls = new OIDCProviderEndpointMetadata();
        mutualTls.setTokenEndpointURI(settings.mutualTlsEndpoint("token"));
        mutualTls.setUserInfoEndpointURI(settings.mutualTlsEndpoint("userinfo"));
        mutualTls.setBackChannelAuthenticationEndpointURI(settings.mutualTlsEndpoint("ext/ciba/auth"));
        said.setMtlsEndpointAliases(mutualTls);
    }

    private static void abilities(OIDCProviderMetadata said) {
        said.setGrantTypes(List.of(GrantType.AUTHORIZATION_CODE, GrantType.CIBA, GrantType.DEVICE_CODE));
        said.setResponseTypes(List.of(ResponseType.CODE));
        said.setResponseModes(List.of(ResponseMode.QUERY));
        said.setCodeChallengeMethods(List.of(CodeChallengeMethod.PLAIN, CodeChallengeMethod.S256));
        said.setTokenEndpointAuthMethods(List.of(
                ClientAuthenticationMethod.PRIVATE_KEY_JWT,
                ClientAuthenticationMethod.CLIENT_SECRET_BASIC,
                ClientAuthenticationMethod.CLIENT_SECRET_POST,
                ClientAuthenticationMethod.TLS_CLIENT_AUTH,
                ClientAuthenticationMethod.CLIENT_SECRET_JWT));
        said.setTokenEndpointJWSAlgs(ALGORITHMS);
        said.setIDTokenJWSAlgs(ALGORITHMS);
        said.setUserInfoJWSAlgs(ALGORITHMS);
        said.setRequestObjectJWSAlgs(List.of(JWSAlgorithm.RS256, JWSAlgorithm.parse("none")));
        said.setScopes(new Scope(
                "openid", "scope_all", "eidas1", "eidas2", "rpps", "identity", "referentiel", "interop", "scope_1"));
        said.setACRs(List.of(new ACR("0"), new ACR("0")));
        said.setSupportsTLSClientCertificateBoundAccessTokens(true);
        said.setSupportsAuthorizationResponseIssuerParam(true);
        said.setSupportsFrontChannelLogout(true);
        said.setSupportsBackChannelLogout(true);
        said.setSupportsBackChannelLogoutSession(true);
        said.setBackChannelTokenDeliveryModes(List.of(BackChannelTokenDeliveryMode.POLL));
    }
}

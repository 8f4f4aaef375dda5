package fr.sisamu.portail.partners.psc;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.claims.ACR;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import fr.sisamu.portail.partners.igc.Card;
import fr.sisamu.portail.partners.igc.Igc;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A client and its user's browser, as the SDK makes them, in front of a provider without a container. */
final class RelyingParty {

    static final PscSettings SETTINGS = new PscSettings("https://localhost:9443", "https://localhost:9445");
    static final Card CERTIFICATE = Igc.IGC.card("org-auth-cli");
    static final RegisteredClient CLIENT = RegisteredClient.portal(SETTINGS, CERTIFICATE.certificate());

    private static final Pattern REQUEST_KEY = Pattern.compile("name=\"request\" value=\"([^\"]+)\"");

    final Provider provider;
    final State state = new State();
    final Nonce nonce = new Nonce();
    final CodeVerifier verifier = new CodeVerifier();

    private Optional<String> cookie = Optional.empty();

    RelyingParty(Clock clock) {
        provider = new Provider(SETTINGS, CLIENT, null, clock);
    }

    AuthenticationRequest.Builder request() {
        return new AuthenticationRequest.Builder(
                        ResponseType.CODE, new Scope("openid", "scope_all"), CLIENT.id(), CLIENT.redirect())
                .endpointURI(SETTINGS.authorization())
                .state(state)
                .nonce(nonce)
                .codeChallenge(verifier, CodeChallengeMethod.S256)
                .acrValues(List.of(new ACR("eidas1")));
    }

    /** The browser goes there, with the cookie that it has. */
    HTTPResponse get(URI where) {
        return send(new HTTPRequest(HTTPRequest.Method.GET, where));
    }

    HTTPResponse post(String path, Map<String, List<String>> fields) {
        HTTPRequest request =
                new HTTPRequest(HTTPRequest.Method.POST, URI.create(SETTINGS.origin() + PscSettings.ROOT + path));
        request.setBody(URLUtils.serializeParameters(fields));
        return send(request);
    }

    HTTPResponse send(HTTPRequest request) {
        cookie.ifPresent(value -> request.setHeader("Cookie", value));
        String path = request.getURI().getPath().substring(PscSettings.ROOT.length());
        HTTPResponse answer = provider.takeFault(path)
                .map(fault -> Answers.failure(fault, request))
                .orElseGet(() -> provider.answer(path, request));
        Optional.ofNullable(answer.getHeaderValue("Set-Cookie"))
                .map(header -> header.substring(0, header.indexOf(';')))
                .ifPresent(set -> cookie = Optional.of(set));
        return answer;
    }

    /** In a browser that the provider does not know: types the identifier and decides, as far as the redirect back. */
    URI login(String identifier, Decision decision) {
        cookie = Optional.empty();
        String key = key(get(request().build().toURI()));
        post("/wallet/identify", Map.of("request", List.of(key), "identifier", List.of(identifier)));
        return post("/wallet/decide", Map.of("request", List.of(key), "decision", List.of(decision.name())))
                .getLocation();
    }

    static String key(HTTPResponse page) {
        Matcher key = REQUEST_KEY.matcher(page.getBody());
        assertThat(key.find()).as(page.getBody()).isTrue();
        return key.group(1);
    }

    static AuthenticationResponse response(URI back) throws Exception {
        return AuthenticationResponseParser.parse(back);
    }

    static AuthorizationCode code(URI back) throws Exception {
        return response(back).toSuccessResponse().getAuthorizationCode();
    }

    ClientAuthentication secret() {
        return new ClientSecretBasic(CLIENT.id(), CLIENT.secret());
    }

    HTTPResponse redeem(URI back) throws Exception {
        return redeem(secret(), new AuthorizationCodeGrant(code(back), CLIENT.redirect(), verifier));
    }

    HTTPResponse redeem(ClientAuthentication authentication, AuthorizationGrant grant) {
        return send(new TokenRequest(SETTINGS.endpoint("token"), authentication, grant, null).toHTTPRequest());
    }

    HTTPResponse userInfo(AccessToken token) {
        return send(new UserInfoRequest(SETTINGS.endpoint("userinfo"), token).toHTTPRequest());
    }

    void fault(LoginFault fault) {
        post("/faults", Map.of("fault", List.of(fault.name())));
    }

    void turn(Switch turned) {
        post("/switches", Map.of("switch", List.of(turned.name())));
    }

    /** The SDK's check of identity tokens, against the keys that the provider publishes now. */
    IDTokenValidator validator() throws ParseException {
        return new IDTokenValidator(SETTINGS.issuer(), CLIENT.id(), JWSAlgorithm.RS256, publishedKeys());
    }

    boolean isSignedByProvider(JWT token) throws ParseException, JOSEException {
        SignedJWT signed = (SignedJWT) token;
        JWK key = publishedKeys().getKeyByKeyId(signed.getHeader().getKeyID());
        return key != null
                && signed.verify(new DefaultJWSVerifierFactory()
                        .createJWSVerifier(
                                signed.getHeader(),
                                key instanceof ECKey ec
                                        ? ec.toECPublicKey()
                                        : key.toRSAKey().toRSAPublicKey()));
    }

    private JWKSet publishedKeys() throws ParseException {
        JWKSet keys = JWKSet.parse(get(SETTINGS.endpoint("certs")).getBody());
        assertThat(keys.getKeys()).noneMatch(JWK::isPrivate);
        return keys;
    }
}

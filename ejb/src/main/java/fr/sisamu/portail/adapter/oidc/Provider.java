package fr.sisamu.portail.adapter.oidc;

import static fr.sisamu.portail.adapter.oidc.ProofRefused.untrusted;

import com.nimbusds.jwt.JWTParser;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.Prompt;
import com.nimbusds.openid.connect.sdk.claims.ACR;
import fr.sisamu.portail.adapter.oidc.IdTokenRules.Asked;
import fr.sisamu.portail.adapter.oidc.TokenEndpoint.Tokens;
import fr.sisamu.portail.prosanteconnect.AttemptSecrets;
import fr.sisamu.portail.prosanteconnect.Callback;
import fr.sisamu.portail.prosanteconnect.Demand;
import fr.sisamu.portail.prosanteconnect.ProSanteConnectSettings;
import fr.sisamu.portail.prosanteconnect.Proof;
import fr.sisamu.portail.prosanteconnect.ProviderUnavailableException;
import fr.sisamu.portail.prosanteconnect.PscRefusal;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.text.ParseException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/** One provider and the portal as its client: the parts put together, and the authorization code flow through them. */
record Provider(
        String scope,
        URI portal,
        Discovery discovery,
        ProviderKeys keys,
        ClientProof client,
        TokenRules rules,
        TokenEndpoint tokenEndpoint,
        Identification identification,
        LogoutTokens logoutTokens,
        Ciba ciba) {

    /** Fixed, for providers compare it letter by letter. */
    static final String RETURN = "/prosanteconnect/retour";

    static final String AFTER_LOGOUT = "/prosanteconnect/parti";

    private static final String WHO = "callback";

    static Provider of(OidcSettings connection, ProSanteConnectSettings settings, URI issuer, URI portal, Clock clock)
            throws IOException, GeneralSecurityException {
        String name = settings.clientId.orElseThrow();
        Optional<ClientKey> key = connection.keyStore.isPresent()
                ? Optional.of(
                        ClientKey.read(Path.of(connection.keyStore.get()), connection.keyStorePassword.orElse("")))
                : Optional.empty();
        ProviderHttp http = new ProviderHttp(connection, clock, tls(connection, key));
        Discovery discovery = new Discovery(connection, settings.environment, issuer, http);
        ProviderKeys keys = new ProviderKeys(discovery, http, connection.keysInterval, clock);
        ClientProof client = new ClientProof(connection, name, issuer, key, clock);
        Signatures signatures = new Signatures(connection.algorithms, keys);
        TokenRules rules = new TokenRules(issuer, name, connection.clockSkew, clock);
        TokenEndpoint tokens = new TokenEndpoint(discovery, client, http);
        Identification identification = new Identification(
                new IdTokenRules(signatures, rules, connection.answerTimeout),
                new UserinfoEndpoint(discovery, http, signatures, rules, connection.answerTimeout));
        return new Provider(
                connection.scope,
                portal,
                discovery,
                keys,
                client,
                rules,
                tokens,
                identification,
                new LogoutTokens(signatures, rules, connection.clockSkew, clock),
                new Ciba(connection.scope, discovery, client, http, tokens, identification));
    }

    private static SSLContext tls(OidcSettings connection, Optional<ClientKey> key)
            throws IOException, GeneralSecurityException {
        KeyManager[] ours = key.isPresent() ? key.get().managers() : null;
        TrustManager[] theirs = connection.trust.isPresent()
                ? TrustFile.managers(Path.of(connection.trust.get()), connection.trustPassword.orElse(""))
                : null;
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(ours, theirs, null);
        return tls;
    }

    void refresh() throws ProviderUnavailableException {
        discovery.fetch();
        keys.fetch();
    }

    URI authorizationAddress(AttemptSecrets secrets, Demand demand) throws ProviderUnavailableException {
        AuthenticationRequest.Builder request = new AuthenticationRequest.Builder(
                        ResponseType.CODE, Scope.parse(scope), client.client(), portal.resolve(RETURN))
                .endpointURI(discovery.endpoints().authorization())
                .state(new State(secrets.state()))
                .nonce(new Nonce(secrets.nonce()))
                .codeChallenge(new CodeVerifier(secrets.verifier()), CodeChallengeMethod.S256)
                .acrValues(List.of(new ACR(demand.level().text())));
        if (demand.freshSince().isPresent()) { // a provider that knows one of the two will do
            request.prompt(new Prompt(Prompt.Type.LOGIN)).maxAge(0);
        }
        return request.build().toURI();
    }

    Proof judge(Callback callback, AttemptSecrets secrets, Demand demand) throws ProviderUnavailableException {
        try {
            String code = code(callback);
            Tokens tokens = tokenEndpoint.tokens(new AuthorizationCodeGrant(
                    new AuthorizationCode(code), portal.resolve(RETURN), new CodeVerifier(secrets.verifier())));
            return identification.proof(tokens, new Asked(Optional.of(secrets.nonce()), demand));
        } catch (ProofRefused e) {
            return new Proof.Nothing(e.reason(), e.getMessage());
        }
    }

    /** The code of an answer that is this provider's (RFC 9207 §2.4), or the error that it brings. */
    private String code(Callback callback) throws ProofRefused, ProviderUnavailableException {
        if (callback.issuer().isPresent() || discovery.endpoints().namesItself()) {
            rules.issuer(WHO, callback.issuer());
        }
        if (callback.error().isPresent()) {
            String error = OauthError.code(callback.error()).orElse("an error without a code");
            throw new ProofRefused(
                    error.equals("access_denied") ? PscRefusal.DENIED : PscRefusal.PROVIDER_ERROR, WHO + ": " + error);
        }
        return callback.code().orElseThrow(() -> untrusted(WHO + ": neither code nor error"));
    }

    Optional<URI> logoutAddress(String idToken, String state) throws ProviderUnavailableException {
        Optional<URI> page = discovery.endpoints().logout();
        if (page.isEmpty()) {
            return page;
        }
        try {
            return Optional.of(new LogoutRequest(
                            page.get(), JWTParser.parse(idToken), portal.resolve(AFTER_LOGOUT), new State(state))
                    .toURI());
        } catch (ParseException e) {
            throw new IllegalStateException("an ID token that was read before cannot be read again", e);
        }
    }
}

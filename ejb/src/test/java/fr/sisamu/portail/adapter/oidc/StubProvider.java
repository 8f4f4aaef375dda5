package fr.sisamu.portail.adapter.oidc;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import fr.sisamu.portail.prosanteconnect.Callback;
import fr.sisamu.portail.testdb.MovableClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;

/** An OpenID provider over HTTPS that does what a test makes it do, and remembers how it was asked. */
final class StubProvider implements AutoCloseable {

    static {
        System.setProperty("sun.net.httpserver.nodelay", "true"); // else each answer waits for the other side's ACK
    }

    static final String CLIENT = "portail";
    static final String SUBJECT = "f:550dc1c8:899999000013";

    /** An answer said word for word. */
    record Reply(int status, String type, String body, Map<String, String> headers) {

        static Reply json(int status, Map<String, ?> members) {
            return new Reply(status, "application/json", JSONObjectUtils.toJSONString(members), Map.of());
        }

        static Reply html() {
            return new Reply(200, "text/html", "<html><body>Maintenance</body></html>", Map.of());
        }
    }

    /** What the portal asked last at the token endpoint. */
    record Question(Map<String, List<String>> form, Optional<String> authorization, Optional<X509Certificate> peer) {

        String one(String name) {
            return form.getOrDefault(name, List.of("")).get(0);
        }
    }

    final Map<String, Integer> asked = new ConcurrentHashMap<>();
    final Map<String, Reply> instead = new ConcurrentHashMap<>();
    final Map<String, Object> userinfo = new HashMap<>();
    final Map<String, Object> document = new HashMap<>();
    UnaryOperator<JWTClaimsSet.Builder> claims = UnaryOperator.identity();
    Function<JWTClaimsSet, String> sign;
    Function<Map<String, Object>, Reply> answerUserinfo = members -> Reply.json(200, members);
    UnaryOperator<Map<String, Object>> tokens = UnaryOperator.identity();
    RSAKey key = StubTokens.KEY;
    volatile JWKSet published = new JWKSet(key);
    volatile Question question;

    private final MovableClock clock;
    private final HttpsServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();

    StubProvider(TestPki pki, MovableClock clock) {
        this.clock = clock;
        try {
            server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        SSLContext tls = pki.serverTls();
        server.setHttpsConfigurator(new HttpsConfigurator(tls) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters asked = tls.getDefaultSSLParameters();
                asked.setWantClientAuth(true);
                parameters.setSSLParameters(asked);
            }
        });
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
        sign = all -> StubTokens.signed(all, JWSAlgorithm.RS256, key);
        describe();
    }

    String issuer() {
        return "https://localhost:" + server.getAddress().getPort() + "/realm";
    }

    private void describe() {
        document.put("issuer", issuer());
        document.put("authorization_endpoint", issuer() + "/auth");
        document.put("token_endpoint", issuer() + "/token");
        document.put("userinfo_endpoint", issuer() + "/userinfo");
        document.put("jwks_uri", issuer() + "/certs");
        document.put("end_session_endpoint", issuer() + "/logout");
        document.put("backchannel_authentication_endpoint", issuer() + "/ciba");
        document.put("acr_values_supported", List.of("0", "0"));
        document.put("id_token_signing_alg_values_supported", List.of("none", "HS256", "RS256"));
        userinfo.put("sub", SUBJECT);
        userinfo.put("SubjectNameID", "899999000013");
        userinfo.put("given_name", "Camille");
        userinfo.put("family_name", "FACTICE");
    }

    /** The holder approves: what the browser brings back from there. */
    Callback approve(URI address) {
        Map<String, List<String>> query = URLUtils.parseParameters(address.getRawQuery());
        Map<String, String> one = new HashMap<>();
        query.forEach((name, values) -> one.put(name, values.get(0)));
        String code = "code-" + codes.size();
        codes.put(code, one);
        return new Callback(Optional.of(one.get("state")), Optional.of(code), Optional.empty(), Optional.empty());
    }

    int asked(String path) {
        return asked.getOrDefault(path, 0);
    }

    /** New keys; the old ones are gone. */
    void rotate(String kid) {
        key = StubTokens.rsa(kid);
        published = new JWKSet(key);
    }

    private void serve(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().replaceFirst("^/realm", "");
        asked.merge(path, 1, Integer::sum);
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Reply reply = instead.get(path);
        if (reply == null) {
            reply = switch (path) {
                case "/.well-known/wallet-openid-configuration" -> Reply.json(200, document);
                case "/certs" -> Reply.json(200, published.toJSONObject());
                case "/token" -> token(exchange, body);
                case "/userinfo" -> answerUserinfo.apply(userinfo);
                case "/ciba" -> ciba(exchange, body);
                default -> new Reply(404, "text/plain", "", Map.of());
            };
        }
        byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", reply.type());
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        try (exchange) {
            exchange.sendResponseHeaders(reply.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (IOException given) {
            asked.merge(path + " given up", 1, Integer::sum); // the portal hung up on a long answer
        }
    }

    private static Question question(HttpExchange exchange, String body) {
        return new Question(
                URLUtils.parseParameters(body),
                Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization")),
                peer((HttpsExchange) exchange));
    }

    private Reply ciba(HttpExchange exchange, String body) {
        question = question(exchange, body);
        return Reply.json(200, Map.of("auth_req_id", "a-request", "expires_in", 120, "interval", 1));
    }

    private Reply token(HttpExchange exchange, String body) {
        question = question(exchange, body);
        Map<String, String> begun = codes.remove(question.one("code"));
        boolean proven = begun != null
                && begun.get("redirect_uri").equals(question.one("redirect_uri"))
                && CodeChallenge.compute(CodeChallengeMethod.S256, new CodeVerifier(question.one("code_verifier")))
                        .getValue()
                        .equals(begun.get("code_challenge"));
        if (!proven) {
            return Reply.json(400, Map.of("error", "invalid_grant", "error_description", "Code not valid"));
        }
        return tokens(begun.get("nonce"));
    }

    Reply tokens(String nonce) {
        JWTClaimsSet.Builder standard = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .subject(SUBJECT)
                .audience(CLIENT)
                .claim("azp", CLIENT)
                .claim("nonce", nonce)
                .claim("acr", "eidas1")
                .claim("sid", "sid-1")
                .issueTime(Date.from(clock.instant()))
                .expirationTime(Date.from(clock.instant().plus(Duration.ofMinutes(2))));
        Map<String, Object> members = new HashMap<>();
        members.put("access_token", "an-access-token-that-nobody-may-see");
        members.put("refresh_token", "");
        members.put("token_type", "Bearer");
        members.put("expires_in", 120);
        members.put("id_token", sign.apply(claims.apply(standard).build()));
        return Reply.json(200, tokens.apply(members));
    }

    private static Optional<X509Certificate> peer(HttpsExchange exchange) {
        try {
            return Optional.of((X509Certificate) exchange.getSSLSession().getPeerCertificates()[0]);
        } catch (SSLPeerUnverifiedException none) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}

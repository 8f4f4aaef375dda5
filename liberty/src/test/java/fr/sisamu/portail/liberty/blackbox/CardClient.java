package fr.sisamu.portail.liberty.blackbox;

import fr.sisamu.portail.liberty.DemonstrationFiles;
import fr.sisamu.portail.liberty.RunSecrets;
import fr.sisamu.portail.partners.igc.Card;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.cookie.BasicCookieStore;
import org.apache.hc.client5.http.cookie.Cookie;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ConnectionReuseStrategy;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.impl.DefaultConnectionReuseStrategy;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;
import org.apache.hc.core5.http.protocol.HttpContext;

/**
 * A client with a card and a cookie jar. It speaks HTTP/1.1, opens a connection for each call unless it is told to keep
 * them, and resumes TLS sessions wherever the server lets it. Redirects are answers here, and are not followed.
 */
public final class CardClient implements AutoCloseable {

    private static final ConnectionReuseStrategy NEVER = (request, response, context) -> false;

    private final BasicCookieStore cookies = new BasicCookieStore() {

        private static final long serialVersionUID = 1L;

        @Override
        public void addCookie(Cookie cookie) {
            super.addCookie(cookie);
            RunSecrets.keep(cookie.getValue());
        }
    };
    private final PresentedCard reader;
    private final CloseableHttpClient http;

    private CardClient(Card card, String source, ConnectionReuseStrategy reuse) {
        reader = new PresentedCard(card);
        http = HttpClients.custom()
                .setRoutePlanner(new From(source))
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new Loopback())
                        .setTlsSocketStrategy(new DefaultClientTlsStrategy(context(reader)))
                        .setMaxConnPerRoute(64)
                        .setMaxConnTotal(64)
                        .build())
                .setConnectionReuseStrategy(reuse)
                .setDefaultCookieStore(cookies)
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableContentCompression()
                .build();
    }

    /** A client with one of the demonstration's cards, for instance {@code cpe-arm-auth}. */
    public static CardClient withCard(String name) {
        return withCard(DemonstrationFiles.card(name));
    }

    public static CardClient withCard(Card card) {
        return new CardClient(card, "127.0.0.1", NEVER);
    }

    /** A client that keeps its connections as long as the server does, like a browser. */
    public static CardClient keepingConnections(Card card) {
        return new CardClient(card, "127.0.0.1", DefaultConnectionReuseStrategy.INSTANCE);
    }

    public static CardClient withoutCard() {
        return new CardClient(null, "127.0.0.1", NEVER);
    }

    /** A client at another address of this machine, where the demonstration's tests declare a proxy. */
    public static CardClient at(String source) {
        return new CardClient(null, source, NEVER);
    }

    public Answer get(URI address) throws IOException {
        return send(ClassicRequestBuilder.get(address).build());
    }

    /** Posts a form as a page of this origin would. */
    public Answer post(URI address, String origin, Map<String, String> form) throws IOException {
        ClassicRequestBuilder request = ClassicRequestBuilder.post(address).addHeader("Origin", origin);
        request.setCharset(StandardCharsets.UTF_8); // as browsers do
        form.forEach(request::addParameter);
        return send(request.build());
    }

    public Answer send(ClassicHttpRequest request) throws IOException {
        return http.execute(
                request,
                response -> new Answer(
                        response.getCode(),
                        List.of(response.getHeaders()),
                        response.getEntity() == null ? "" : EntityUtils.toString(response.getEntity())));
    }

    /** Another card is put into the reader. */
    public void insertCard(String name) {
        reader.insert(DemonstrationFiles.card(name));
    }

    /** The card leaves the reader; what TLS remembers of it stays. */
    public void removeCard() {
        reader.remove();
    }

    /** How often a server has asked for a certificate, which only a full handshake does. */
    public int timesAskedForACard() {
        return reader.timesAsked();
    }

    /** As a browser does once a cookie has run out. */
    public void forget(String name) {
        List<Cookie> kept = cookies.getCookies().stream()
                .filter(cookie -> !cookie.getName().equals(name))
                .toList();
        cookies.clear();
        kept.forEach(cookies::addCookie);
    }

    public Optional<String> cookie(String name) {
        return cookies.getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .findFirst();
    }

    @Override
    public void close() throws IOException {
        http.close();
    }

    /** TLS without a card, for who writes requests by hand. */
    static SSLContext tls() {
        return context(new PresentedCard(null));
    }

    private static SSLContext context(PresentedCard reader) {
        try (InputStream in = Files.newInputStream(DemonstrationFiles.serverAuthority())) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry(
                    "authority", CertificateFactory.getInstance("X.509").generateCertificate(in));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[] {reader}, trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("no TLS for the tests", e);
        }
    }

    /** RFC 6761 §6.3: every name under localhost is this machine, which not every resolver knows. */
    private static final class Loopback extends SystemDefaultDnsResolver {

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            return host.endsWith("localhost")
                    ? new InetAddress[] {InetAddress.getByAddress(host, new byte[] {127, 0, 0, 1})}
                    : super.resolve(host);
        }
    }

    /** Connects from one address, so that a server can tell a proxy from the rest of this machine. */
    private static final class From extends DefaultRoutePlanner {

        private final String source;

        From(String source) {
            super(null);
            this.source = source;
        }

        @Override
        protected InetAddress determineLocalAddress(HttpHost first, HttpContext context) throws HttpException {
            try {
                return InetAddress.getByName(source);
            } catch (UnknownHostException e) {
                throw new HttpException(source, e);
            }
        }
    }
}

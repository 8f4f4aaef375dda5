package fr.sisamu.portail.liberty.blackbox;

import fr.sisamu.portail.liberty.RunningServer;
import fr.sisamu.portail.partners.igc.Card;
import java.io.IOException;
import java.net.SocketException;
import java.net.URI;
import java.security.cert.CertificateEncodingException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;

/** One attempt to log in by card, request by request, so that a test can do each of them wrong. */
final class CardAttempt implements AutoCloseable {

    private static final Pattern FIELD = Pattern.compile("\"(url|nonce|ticket|code)\":\"([^\"]*)\"");

    private final RunningServer server;
    private final CardClient browser;
    private final URI cardEndpoint;
    private final String nonce;

    private CardAttempt(RunningServer server, CardClient browser) throws IOException {
        this.server = server;
        this.browser = browser;
        Answer answer = browser.send(
                json(server.portal("/card/attempt"), server.origin()).build());
        this.cardEndpoint = URI.create(field(answer, "url"));
        this.nonce = field(answer, "nonce");
    }

    /** Clicks on « CPX » without any card in the reader. */
    static CardAttempt begin(RunningServer server) throws IOException {
        return new CardAttempt(server, CardClient.withoutCard());
    }

    static CardAttempt begin(RunningServer server, CardClient browser) throws IOException {
        return new CardAttempt(server, browser);
    }

    /** Shows the card in this browser's reader. */
    Answer present() throws IOException {
        return present(browser, server.origin());
    }

    /** Shows the card and says more than a browser would. */
    Answer presentWith(Map<String, String> headers) throws IOException {
        ClassicRequestBuilder request = json(cardEndpoint, server.origin()).addParameter("nonce", nonce);
        headers.forEach(request::addHeader);
        return browser.send(request.build());
    }

    Answer present(CardClient client, String origin) throws IOException {
        return client.send(
                json(cardEndpoint, origin).addParameter("nonce", nonce).build());
    }

    /** Has the card forwarded by the declared proxy. */
    Answer forward(Card card) throws IOException, CertificateEncodingException {
        return CardForwarder.forward(server, cardEndpoint.toString(), nonce, card);
    }

    /**
     * A header of 64 KB never reaches the portal: the server refuses it as it stands, and may hang up before it has read
     * it all, so that the client cannot always read the answer.
     */
    boolean refusedAsItStands(Card card) throws IOException, CertificateEncodingException {
        try {
            return forward(card).status() >= 400;
        } catch (SocketException hungUp) {
            return true;
        }
    }

    /** Claims to be a proxy. */
    Answer forge(Card card) throws IOException, CertificateEncodingException {
        return CardForwarder.forward(browser, server, cardEndpoint.toString(), nonce, card);
    }

    Answer redeem(String ticket) throws IOException {
        return redeem(browser, ticket);
    }

    Answer redeem(CardClient client, String ticket) throws IOException {
        return client.post(server.portal("/card/login"), server.origin(), Map.of("ticket", ticket));
    }

    /** What the page asks after its call to the card endpoint broke; its support code when nothing was seen there. */
    Optional<String> codeOfTheCut() throws IOException {
        Answer answer = browser.send(
                json(server.portal("/card/outcome"), server.origin()).build());
        return answer.body().contains("\"seen\":true") ? Optional.empty() : Optional.of(field(answer, "code"));
    }

    /** The page that explains the refusal to this browser. */
    String refusalPage() throws IOException {
        return browser.get(server.portal("/card-refused.xhtml")).body();
    }

    static String ticketIn(Answer answer) {
        return field(answer, "ticket");
    }

    private static ClassicRequestBuilder json(URI address, String origin) {
        return ClassicRequestBuilder.post(address).addHeader("Origin", origin).addHeader("Accept", "application/json");
    }

    private static String field(Answer answer, String name) {
        Matcher fields = FIELD.matcher(answer.body());
        while (fields.find()) {
            if (fields.group(1).equals(name)) {
                return fields.group(2);
            }
        }
        throw new AssertionError("no " + name + " in " + answer);
    }

    @Override
    public void close() throws IOException {
        browser.close();
    }
}

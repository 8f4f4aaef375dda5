package fr.sisamu.portail.liberty.blackbox;

import fr.sisamu.portail.liberty.RunSecrets;
import fr.sisamu.portail.liberty.RunningServer;
import fr.sisamu.portail.partners.igc.Card;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;

/**
 * One agent's way from the click on « CPX » to the bandeau, on two new TLS connections as a browser opens them: one to
 * the portal, kept, and one to the card endpoint.
 */
public final class CardJourney implements AutoCloseable {

    private static final Pattern FIELD = Pattern.compile("\"(url|nonce|ticket)\":\"([^\"]*)\"");

    private final RunningServer server;
    private final CardClient browser;

    public CardJourney(RunningServer server, Card card) {
        this(server, CardClient.keepingConnections(card));
    }

    /** In a browser that goes other ways too. */
    CardJourney(RunningServer server, CardClient browser) {
        this.server = server;
        this.browser = browser;
    }

    /** Presents the card and redeems the ticket; ends with the first page that only a known agent sees. */
    public String toTheFirstPage() throws IOException {
        String where = show();
        if (!where.equals("/next")) {
            throw new IllegalStateException("not let in but led to " + where);
        }
        Answer next = Forms.expect(303, browser.get(server.portal("/next")));
        URI page = server.portal("/next").resolve(next.header("Location").orElseThrow());
        return Forms.expect(200, browser.get(page)).body();
    }

    /** Presents the card and redeems the ticket: where that leads. */
    String show() throws IOException {
        return Forms.expect(303, redeem(present())).header("Location").orElseThrow();
    }

    /** Presents the card: the form that redeems its ticket. */
    Map<String, String> present() throws IOException {
        Map<String, String> attempt =
                fields(browser.send(json(server.portal("/card/attempt")).build()));
        Map<String, String> shown = fields(browser.send(json(URI.create(attempt.get("url")))
                .addParameter("nonce", attempt.get("nonce"))
                .build()));
        return Map.of("ticket", RunSecrets.keep(shown.get("ticket")));
    }

    Answer redeem(Map<String, String> ticket) throws IOException {
        return post("/card/login", ticket);
    }

    /** The same, then a phone, then the bandeau. For a card with one profile that needs a phone. */
    public void toTheBandeau(String phone) throws IOException {
        linkPhone(toTheFirstPage(), phone);
    }

    /** Answers the form of the phone page and goes on to the bandeau. */
    public void linkPhone(String page, String phone) throws IOException {
        Map<String, String> form = Forms.hidden(page);
        form.put("number", phone);
        form.put("validate", "validate");
        Answer linked = Forms.expect(303, post("/phone.xhtml", form));
        open(linked.header("Location").orElseThrow());
    }

    /** A page of the portal, which must open. */
    public String open(String location) throws IOException {
        return Forms.expect(200, get(location)).body();
    }

    /** Whatever the portal answers there. */
    public Answer get(String location) throws IOException {
        return browser.get(server.portal("/").resolve(location));
    }

    /** Posts a form of a page of the portal. */
    public Answer submit(String path, Map<String, String> form) throws IOException {
        return post(path, form);
    }

    /** Sends whatever a program can, with this agent's cookies. */
    Answer send(ClassicHttpRequest request) throws IOException {
        return browser.send(request);
    }

    /** The header by which this browser is known, for a request that no browser would send. */
    String cookieHeader() {
        return "__Host-session=" + browser.cookie("__Host-session").orElseThrow();
    }

    public void logOut() throws IOException {
        Forms.expect(303, post("/logout", Map.of()));
    }

    private Answer post(String path, Map<String, String> form) throws IOException {
        return browser.post(server.portal(path), server.origin(), form);
    }

    private ClassicRequestBuilder json(URI address) {
        return ClassicRequestBuilder.post(address)
                .addHeader("Origin", server.origin())
                .addHeader("Accept", "application/json");
    }

    private static Map<String, String> fields(Answer answer) {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher matcher = FIELD.matcher(Forms.expect(200, answer).body());
        while (matcher.find()) {
            fields.put(matcher.group(1), matcher.group(2));
        }
        return fields;
    }

    @Override
    public void close() throws IOException {
        browser.close();
    }
}

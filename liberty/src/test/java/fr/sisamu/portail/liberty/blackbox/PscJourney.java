package fr.sisamu.portail.liberty.blackbox;

import fr.sisamu.portail.liberty.RunningServer;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One agent's way in by the simulated Pro Santé Connect, as a browser without a script goes it. */
public final class PscJourney implements AutoCloseable {

    private static final Pattern REFRESH = Pattern.compile("0;url=(\\S+)");
    private static final Pattern SUPPORT_CODE = Pattern.compile("support-code\"[^>]*>([0-9A-Z-]{9})<");

    private final RunningServer server;
    private final RunningServer provider;
    private final CardClient browser;

    public PscJourney(RunningServer server) {
        this(server, server);
    }

    /** With a portal that takes itself for that of the server where the provider is, so that each has its own process. */
    public PscJourney(RunningServer portal, RunningServer provider) {
        this(portal, provider, CardClient.keepingConnections(null));
    }

    /** In a browser that goes other ways too. */
    PscJourney(RunningServer server, CardClient browser) {
        this(server, server, browser);
    }

    private PscJourney(RunningServer portal, RunningServer provider, CardClient browser) {
        this.server = portal;
        this.provider = provider;
        this.browser = browser;
    }

    /** The click on « Pro Santé Connect »: the address of the provider's page. */
    public URI depart() throws IOException {
        return onward(post(server.portal("/prosanteconnect/depart"), Map.of()));
    }

    /** Where a page that leaves goes. */
    public static URI onward(Answer answer) {
        Matcher refresh = REFRESH.matcher(Forms.expect(200, answer)
                .header("Refresh")
                .orElseThrow(() -> new IllegalStateException("stays: " + answer)));
        if (!refresh.matches()) {
            throw new IllegalStateException("goes nowhere: " + answer);
        }
        return URI.create(refresh.group(1));
    }

    /** Says who one is on the provider's page and decides on the e-CPS; the way back to the portal. */
    public URI decide(URI page, String identifier, String decision) throws IOException {
        Map<String, String> form = new LinkedHashMap<>(
                Forms.hidden(Forms.expect(200, browser.get(page)).body()));
        form.put("identifier", identifier);
        Map<String, String> telephone = new LinkedHashMap<>(Forms.hidden(
                Forms.expect(200, post(page.resolve("identify"), form)).body()));
        telephone.put("decision", decision);
        return location(page, post(page.resolve("decide"), telephone));
    }

    /** The way back at once, for whoever the provider still knows. */
    public URI pass(URI page) throws IOException {
        return location(page, browser.get(page));
    }

    private static URI location(URI from, Answer answer) {
        return from.resolve(Forms.expect(303, answer).header("Location").orElseThrow());
    }

    /** Brings the provider's answer to the portal: where that leads. */
    public String arrive(URI back) throws IOException {
        String query = back.getRawQuery() == null ? "" : "?" + back.getRawQuery();
        return Forms.expect(303, get(back.getRawPath() + query))
                .header("Location")
                .orElseThrow();
    }

    /** The whole way of somebody who approves. */
    public String logIn(String identifier) throws IOException {
        return arrive(decide(depart(), identifier, "APPROVE"));
    }

    /** The whole way to the first page of an agent. */
    public String toTheFirstPage(String identifier) throws IOException {
        String where = logIn(identifier);
        if (!where.equals("/next")) {
            throw new IllegalStateException("not let in but led to " + where + ": " + refusal());
        }
        Answer next = Forms.expect(303, get(where));
        return Forms.expect(200, get(next.header("Location").orElseThrow())).body();
    }

    /** Why the last attempt was refused, with the support code that its page shows. */
    public Refusal refusal() throws IOException {
        String page = Forms.expect(200, get("/psc-refused.xhtml")).body();
        Matcher code = SUPPORT_CODE.matcher(page);
        if (!code.find()) {
            throw new IllegalStateException("a refusal without a support code: " + page);
        }
        String cookie = browser.cookie("__Host-psc-refus").orElseThrow();
        return new Refusal(cookie.substring(0, cookie.indexOf('.')), code.group(1));
    }

    /** A reason and a support code. */
    public record Refusal(String reason, String supportCode) {}

    /** The click on « Se déconnecter »: whatever the portal answers. */
    public Answer logOut() throws IOException {
        return post(server.portal("/logout"), Map.of());
    }

    /** As when it ends by itself, or a supervisor ends it. */
    public void loseTheSession() {
        browser.forget("__Host-session");
    }

    public Answer get(String path) throws IOException {
        return browser.get(server.portal("/").resolve(path));
    }

    private Answer post(URI address, Map<String, String> form) throws IOException {
        return browser.post(address, provider.origin(), form);
    }

    @Override
    public void close() throws IOException {
        browser.close();
    }
}

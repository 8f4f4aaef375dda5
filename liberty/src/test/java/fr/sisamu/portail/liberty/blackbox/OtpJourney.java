package fr.sisamu.portail.liberty.blackbox;

import fr.sisamu.portail.liberty.Inbox;
import fr.sisamu.portail.liberty.Outbox;
import fr.sisamu.portail.liberty.RunSecrets;
import fr.sisamu.portail.liberty.RunningServer;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** One agent's way in by identifier, password and code, through the forms of the pages. */
public final class OtpJourney implements AutoCloseable {

    private final RunningServer server;
    private final CardClient browser;

    public OtpJourney(RunningServer server) {
        this(server, CardClient.keepingConnections(null));
    }

    /** In a browser that goes other ways too. */
    OtpJourney(RunningServer server, CardClient browser) {
        this.server = server;
        this.browser = browser;
    }

    /** Posts identifier and password; the answer is a redirect to the code page, or the page with a refusal. */
    public Answer claim(String identifier, String password) throws IOException {
        Map<String, String> form = hidden(get("/otp.xhtml").body());
        form.put("identifier", identifier);
        form.put("password", RunSecrets.keep(password));
        form.put("validate", "validate");
        return post("/otp.xhtml", form);
    }

    /** Posts a code; the answer is a redirect to the next step, or the page with a refusal. */
    public Answer answer(String code) throws IOException {
        Map<String, String> form = hidden(get("/otp-code.xhtml").body());
        form.put("code", code);
        form.put("validate", "validate");
        return post("/otp-code.xhtml", form);
    }

    /** Presses another button of the code page: {@code resend} or {@code other}. */
    public Answer press(String button) throws IOException {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("more_SUBMIT", "1");
        form.put("jakarta.faces.ViewState", "stateless");
        form.put(button, button);
        return post("/otp-code.xhtml", form);
    }

    /** The whole way to the first page of an agent. */
    public void toTheFirstPage(String identifier, String password, String address) throws IOException {
        toTheFirstPage(identifier, password, address, new Outbox(server));
    }

    /** The same, with the code from another provider than the simulated ones. */
    public void toTheFirstPage(String identifier, String password, String address, Inbox inbox) throws IOException {
        prove(identifier, password, address, inbox);
        Answer next = Forms.expect(303, get("/next"));
        Forms.expect(200, get(next.header("Location").orElseThrow()));
    }

    /** Identifier, password and code: where that leads. */
    String prove(String identifier, String password, String address, Inbox inbox) throws IOException {
        int before = inbox.count(address);
        Forms.expect(303, awaitTurn(claim(identifier, password)));
        return Forms.expect(303, answer(inbox.nextCode(address, before)))
                .header("Location")
                .orElseThrow();
    }

    /** Where many log in at once the page asks to wait, and is looked at again as a browser would. */
    Answer awaitTurn(Answer claimed) throws IOException {
        Answer answer = claimed;
        while (answer.header("Location")
                        .filter(page -> page.endsWith("/otp.xhtml"))
                        .isPresent()
                || answer.body().contains("id=\"waiting\"")) {
            answer = get("/otp.xhtml");
        }
        return answer;
    }

    /** « Annuler » on the page that waits for its turn. */
    public Answer giveUpWaiting() throws IOException {
        return submit(
                "/otp.xhtml",
                Map.of("queued_SUBMIT", "1", "jakarta.faces.ViewState", "stateless", "give-up", "give-up"));
    }

    /** Posts a form of a page of the portal. */
    public Answer submit(String path, Map<String, String> form) throws IOException {
        return post(path, form);
    }

    public Answer get(String path) throws IOException {
        return browser.get(server.portal("/").resolve(path));
    }

    private Answer post(String path, Map<String, String> form) throws IOException {
        return browser.post(server.portal(path), server.origin(), form);
    }

    private static Map<String, String> hidden(String page) {
        int form = page.indexOf("<form", page.indexOf("<main")); // the head has one of its own
        return Forms.hidden(page.substring(form, page.indexOf("</form>", form)));
    }

    @Override
    public void close() throws IOException {
        browser.close();
    }
}

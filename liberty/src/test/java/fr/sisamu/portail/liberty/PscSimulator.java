package fr.sisamu.portail.liberty;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.openqa.selenium.json.Json;

/** The switches of the simulated Pro Santé Connect, and what can be read of it. */
public final class PscSimulator {

    private final RunningServer server;
    private final HttpClient http = HttpClient.newHttpClient();

    public PscSimulator(RunningServer server) {
        this.server = server;
    }

    /** Every way in which a login can go wrong, by name. */
    public List<String> faults() throws IOException {
        Map<String, Object> content = new Json()
                .toType(
                        send(HttpRequest.newBuilder(server.http("/partners/psc/faults"))
                                .header("Accept", "application/json")),
                        Json.MAP_TYPE);
        return ((List<?>) content.get("faults")).stream().map(String::valueOf).toList();
    }

    /** Spoils the next login. */
    public void spoilNextLogin(String fault) throws IOException {
        post("/partners/psc/faults", Map.of("fault", fault));
    }

    /** Spoils the next answers of an endpoint. */
    public void spoil(String endpoint, String fault, int times) throws IOException {
        post("/partners/psc/faults", Map.of("endpoint", endpoint, "fault", fault, "times", Integer.toString(times)));
    }

    /** Turns a switch, for instance {@code ROTATE_KEYS}; the page that says what came of it. */
    public String turn(String name) throws IOException {
        return post("/partners/psc/switches", Map.of("switch", name));
    }

    /** How all of it behaves: {@code NORMAL}, {@code FAIL}, {@code HANG}… */
    public void behave(String mode) throws IOException {
        post("/partners/faults/psc", Map.of("mode", mode));
    }

    /** As good as new. */
    public void mend() throws IOException {
        behave("NORMAL");
        post("/partners/psc/faults", Map.of("fault", "NONE"));
        turn("SIGN_RS256");
        turn("USERINFO_JSON");
    }

    /** The page of everybody's e-CPS. */
    public String telephone() throws IOException {
        return send(HttpRequest.newBuilder(server.http("/partners/psc/ecps")));
    }

    /** Answers a request on the e-CPS: {@code APPROVE}, {@code REFUSE} or {@code EXPIRE}. */
    public void decide(String id, String decision) throws IOException {
        post("/partners/psc/ecps", Map.of("id", id, "decision", decision));
    }

    private String post(String path, Map<String, String> form) throws IOException {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(server.http(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    private String send(HttpRequest.Builder request) throws IOException {
        try {
            var answer = http.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() >= 400) {
                throw new IOException("the simulator answered " + answer.statusCode());
            }
            return answer.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

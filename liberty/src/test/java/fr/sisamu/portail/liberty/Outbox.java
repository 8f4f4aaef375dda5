package fr.sisamu.portail.liberty;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import org.openqa.selenium.json.Json;
import org.openqa.selenium.json.TypeToken;

/** The telephones and mailboxes of a test: what the simulated providers were handed for an address. */
public final class Outbox implements Inbox {

    private final RunningServer server;
    private final HttpClient http = HttpClient.newHttpClient();

    public Outbox(RunningServer server) {
        this.server = server;
    }

    @Override
    public List<String> texts(String address) {
        return messages(address, "").stream()
                .map(message -> String.valueOf(message.get("text")))
                .toList();
    }

    /** The code of the newest message of this address with a higher number than this one, and that number. */
    public Newest newestAfter(String address, long id) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            for (Map<String, Object> message : messages(address, "&limit=1")) {
                long found = ((Number) message.get("id")).longValue();
                if (found > id) {
                    Matcher code = CODE.matcher(String.valueOf(message.get("text")));
                    return new Newest(found, code.find() ? code.group() : "");
                }
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
        throw new AssertionError("no message came within " + PATIENCE);
    }

    /** A message's number and the code in it. */
    public record Newest(long id, String code) {}

    private List<Map<String, Object>> messages(String address, String more) {
        try {
            String body = http.send(
                            HttpRequest.newBuilder(server.http("/partners/outbox?to="
                                            + URLEncoder.encode(address, StandardCharsets.UTF_8) + more))
                                    .header("Accept", "application/json")
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
            return new Json().toType(body, new TypeToken<List<Map<String, Object>>>() {}.getType());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

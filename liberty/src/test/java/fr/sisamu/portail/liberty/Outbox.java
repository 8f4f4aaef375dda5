package fr.sisamu.portail.liberty;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openqa.selenium.json.Json;
import org.openqa.selenium.json.TypeToken;

/** The telephones and mailboxes of a test: what the simulated providers were handed for an address. */
public final class Outbox {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Pattern CODE = Pattern.compile("(?<!\\d)\\d{6}(?!\\d)");

    private final RunningServer server;
    private final HttpClient http = HttpClient.newHttpClient();

    public Outbox(RunningServer server) {
        this.server = server;
    }

    /** How many messages this address has had so far. */
    public int count(String address) {
        return messages(address).size();
    }

    /** The text of the last message of this address, once it has had more than so many. */
    public String next(String address, int before) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            List<Map<String, Object>> messages = messages(address);
            if (messages.size() > before) {
                return String.valueOf(messages.get(0).get("text"));
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
        throw new AssertionError("no message came within " + PATIENCE);
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

    /** The code in it. */
    public String nextCode(String address, int before) {
        Matcher code = CODE.matcher(next(address, before));
        if (!code.find()) {
            throw new AssertionError("no code in the message");
        }
        return code.group();
    }

    private List<Map<String, Object>> messages(String address) {
        return messages(address, "");
    }

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

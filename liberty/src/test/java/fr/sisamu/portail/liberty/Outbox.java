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
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        return messages(to(address)).stream()
                .map(message -> String.valueOf(message.get("text")))
                .toList();
    }

    /** The addresses and codes of all messages that the providers still remember. */
    public Set<String> secrets() {
        return messages("").stream()
                .flatMap(message -> Stream.concat(
                        Stream.of(String.valueOf(message.get("to"))),
                        CODE.matcher(String.valueOf(message.get("text")))
                                .results()
                                .map(MatchResult::group)))
                .collect(Collectors.toSet());
    }

    /** The code of the newest message of this address with a higher number than this one, and that number. */
    public Newest newestAfter(String address, long id) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            for (Map<String, Object> message : messages(to(address) + "&limit=1")) {
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

    private static String to(String address) {
        return "?to=" + URLEncoder.encode(address, StandardCharsets.UTF_8);
    }

    private List<Map<String, Object>> messages(String query) {
        try {
            String body = http.send(
                            HttpRequest.newBuilder(server.http("/partners/outbox" + query))
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

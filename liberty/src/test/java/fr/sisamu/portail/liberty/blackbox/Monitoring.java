package fr.sisamu.portail.liberty.blackbox;

import fr.sisamu.portail.liberty.RunSecrets;
import fr.sisamu.portail.liberty.RunningServer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;

/** Monitoring as a client of the portal: it has the token of the demonstration. */
public final class Monitoring implements AutoCloseable {

    static final String TOKEN = RunSecrets.keep("demonstration-metrics-of-portail-si-samu");

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final RunningServer server;
    private final CardClient client = CardClient.withoutCard();

    public Monitoring(RunningServer server) {
        this.server = server;
    }

    /** The answer to whoever brings this in {@code Authorization}, and understands this format. */
    Answer ask(String authorization, String accept) throws IOException {
        return client.send(ClassicRequestBuilder.get(server.portal("/metrics"))
                .addHeader("Authorization", authorization)
                .addHeader("Accept", accept)
                .build());
    }

    /** All figures, as text. */
    public String text() throws IOException {
        Answer answer = ask("Bearer " + TOKEN, "text/plain");
        if (answer.status() != 200) {
            throw new AssertionError("/metrics answered " + answer.status());
        }
        return answer.body();
    }

    Scrape scrape() throws IOException {
        return Scrape.of(text());
    }

    /** Looks until it is so: what the database alone knows is read every fifteen seconds. */
    void await(Predicate<Scrape> reached) throws IOException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!reached.test(scrape())) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("not reached:\n" + text());
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
        }
    }

    /** Any other request of a machine without card and cookie. */
    Answer send(ClassicRequestBuilder request) throws IOException {
        return client.send(request.build());
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}

package fr.sisamu.portail.liberty;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A server just started fetches its first revocation lists within seconds; until then it refuses every card. */
final class CardWay {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String OPEN = "\"usableAuthorities\":3";

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private CardWay() {}

    /** Asks the health check for cards until it says that every authority has a usable list. */
    static void awaitOpen(URI health) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!answer(health).contains(OPEN)) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException("no card can come in: " + answer(health));
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
        }
    }

    static String answer(URI health) {
        try {
            return HTTP.send(HttpRequest.newBuilder(health).build(), BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

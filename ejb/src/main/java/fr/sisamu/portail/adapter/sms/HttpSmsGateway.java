package fr.sisamu.portail.adapter.sms;

import fr.sisamu.portail.adapter.Breaker;
import fr.sisamu.portail.message.Letter;
import fr.sisamu.portail.message.MessageGateway;
import fr.sisamu.portail.message.NotHandedOverException;
import fr.sisamu.portail.message.NotHandedOverException.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;

/** A provider asked by HTTP, in the form that its settings describe. */
final class HttpSmsGateway implements MessageGateway {

    /** RFC 6585 §4. */
    private static final int TOO_MANY_REQUESTS = 429;

    private static final int LONGEST_ANSWER = 64 * 1024;
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final HttpForm form;
    private final Clock clock;
    private final Breaker breaker = new Breaker(PAUSE);
    private final HttpClient http;

    HttpSmsGateway(HttpForm form, Clock clock) {
        this.form = form;
        this.clock = clock;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(form.timeout())
                .build();
    }

    @Override
    public String name() {
        return form.name();
    }

    @Override
    public boolean available() {
        return !breaker.isOpen(clock.instant());
    }

    @Override
    public Optional<String> hand(Letter letter) throws NotHandedOverException {
        if (!breaker.letsThrough(clock.instant())) {
            throw new NotHandedOverException(Fault.GATEWAY, "failed a moment ago", null);
        }
        try {
            Optional<String> reference = ask(letter);
            breaker.answered();
            return reference;
        } catch (IOException e) {
            throw failed(e.getMessage(), e);
        } catch (TimeoutException e) {
            throw failed("no answer within " + form.timeout(), e);
        }
    }

    private NotHandedOverException failed(String words, Exception cause) {
        breaker.failed(clock.instant());
        return new NotHandedOverException(Fault.GATEWAY, words, cause);
    }

    private Optional<String> ask(Letter letter) throws IOException, TimeoutException, NotHandedOverException {
        CompletableFuture<String> answer =
                http.sendAsync(request(letter), BodyHandlers.ofInputStream()).thenApplyAsync(HttpSmsGateway::read);
        try {
            String text = answer.get(form.timeout().toMillis(), TimeUnit.MILLISECONDS);
            int status = Integer.parseInt(text.substring(0, 3));
            String body = text.substring(3);
            if (status == TOO_MANY_REQUESTS) {
                breaker.answered();
                throw new NotHandedOverException(Fault.BUSY, "the provider asks for patience", null);
            }
            if (status >= 500) {
                throw new IOException("the provider answered " + status);
            }
            boolean yes = status / 100 == 2
                    && form.success().map(word -> word.matcher(body).find()).orElse(true);
            if (!yes) {
                throw new NotHandedOverException(Fault.GATEWAY, "the provider refused: " + status, null);
            }
            return form.reference()
                    .map(pattern -> pattern.matcher(body))
                    .filter(Matcher::find)
                    .map(found -> found.group(1));
        } catch (ExecutionException e) {
            throw new IOException(
                    "the provider could not be asked: "
                            + e.getCause().getClass().getSimpleName(),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while asking", e);
        } finally {
            answer.cancel(true);
        }
    }

    private HttpRequest request(Letter letter) {
        HttpRequest.Builder request = HttpRequest.newBuilder(form.address(letter.address(), letter.text()))
                .timeout(form.timeout());
        form.headers().forEach(request::header);
        return form.method().equals("GET")
                ? request.GET().build()
                : request.POST(BodyPublishers.ofString(form.body(letter.address(), letter.text())))
                        .build();
    }

    /** The status in three digits, then what stands in the answer, up to a bound. */
    private static String read(HttpResponse<InputStream> response) {
        try (InputStream body = response.body()) {
            byte[] bytes = body.readNBytes(LONGEST_ANSWER);
            return response.statusCode() + new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the answer broke off", e);
        }
    }
}

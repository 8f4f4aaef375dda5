package fr.sisamu.portail.adapter.oidc;

import com.nimbusds.common.contenttype.ContentType;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import fr.sisamu.portail.adapter.Breaker;
import fr.sisamu.portail.prosanteconnect.ProviderUnavailableException;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;

/**
 * Asks the provider. Every answer is bounded in time and size, no redirect is followed, the host's name is checked by TLS;
 * after a failure the provider is left alone for a while, and never do more than some wait for it at once, so that a
 * hanging provider keeps no thread from the other ways in.
 */
final class ProviderHttp {

    private static final int AT_ONCE = 32;

    private final OidcSettings settings;
    private final Clock clock;
    private final Breaker breaker;
    private final HttpClient client;
    private final Semaphore waiting = new Semaphore(AT_ONCE);

    ProviderHttp(OidcSettings settings, Clock clock, SSLContext tls) {
        this.settings = settings;
        this.clock = clock;
        this.breaker = new Breaker(settings.pause);
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.connectTimeout)
                .followRedirects(HttpClient.Redirect.NEVER)
                .sslContext(tls)
                .build();
    }

    /**
     * Asks once.
     *
     * @param who names the endpoint in the cause
     * @return any answer but a redirect, 429 or 5xx
     */
    HTTPResponse ask(String who, HTTPRequest question) throws ProviderUnavailableException {
        if (!waiting.tryAcquire()) {
            throw new ProviderUnavailableException(who + ": " + AT_ONCE + " others wait already", null);
        }
        try {
            if (!breaker.letsThrough(clock.instant())) {
                throw new ProviderUnavailableException(who + ": the provider failed a moment ago", null);
            }
            HTTPResponse answer = answer(question);
            breaker.answered();
            return answer;
        } catch (IOException e) {
            breaker.failed(clock.instant());
            throw new ProviderUnavailableException(who + ": " + e.getMessage(), e);
        } finally {
            waiting.release();
        }
    }

    private HTTPResponse answer(HTTPRequest question) throws IOException {
        Duration time = settings.connectTimeout.plus(settings.answerTimeout);
        CompletableFuture<HttpResponse<byte[]>> asked =
                client.sendAsync(request(question), info -> new BoundedBody(settings.answerLimit));
        try {
            return read(asked.get(time.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            throw new IOException("no whole answer within " + time, e);
        } catch (ExecutionException e) {
            throw new IOException("could not be asked: " + words(e.getCause()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while asking", e);
        } finally {
            asked.cancel(true);
        }
    }

    private static HttpRequest request(HTTPRequest question) {
        HttpRequest.Builder request = HttpRequest.newBuilder(question.getURI());
        question.getHeaderMap().forEach((name, values) -> values.forEach(value -> request.header(name, value)));
        return question.getMethod() == HTTPRequest.Method.GET
                ? request.GET().build()
                : request.POST(BodyPublishers.ofString(question.getBody())).build();
    }

    private static HTTPResponse read(HttpResponse<byte[]> answer) throws IOException {
        int status = answer.statusCode();
        if (status / 100 == 3 || status == 429 || status >= 500) {
            throw new IOException("answered " + status);
        }
        HTTPResponse read = new HTTPResponse(status);
        answer.headers().firstValue("Content-Type").ifPresent(type -> read.setEntityContentType(typeOf(type)));
        read.setBody(new String(answer.body(), StandardCharsets.UTF_8));
        return read;
    }

    private static ContentType typeOf(String header) {
        try {
            return ContentType.parse(header);
        } catch (java.text.ParseException unreadable) {
            return null; // as if it were missing
        }
    }

    /** What failed, and the innermost cause: an authority unknown, a name that does not fit, nobody listening. */
    private static String words(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause == failure ? failure.toString() : failure + ", " + cause;
    }
}

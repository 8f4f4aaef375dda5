package fr.sisamu.portail.adapter.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import fr.sisamu.portail.message.Letter;
import fr.sisamu.portail.message.NotHandedOverException;
import fr.sisamu.portail.message.NotHandedOverException.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A provider asked by HTTP, as their documents describe them and as they behave on bad days. */
class HttpSmsGatewayTest {

    private static final Letter LETTER =
            new Letter("+33612345678", "", "Code \"é\" & {to}\nligne 2", Duration.ofMinutes(5));

    private final AtomicReference<String> asked = new AtomicReference<>();
    private final CountDownLatch released = new CountDownLatch(1);
    private HttpServer provider;
    private int status = 200;
    private String answer = "{\"status\":\"accepted\",\"id\":\"m-42\"}";
    private boolean hangs;

    @BeforeEach
    void start() throws IOException {
        provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        provider.createContext("/", this::take);
        provider.start();
    }

    @AfterEach
    void stop() {
        released.countDown();
        provider.stop(0);
    }

    @Test
    void writesTheLetterAsJsonNeedsIt() throws Exception {
        assertThat(gateway(json()).hand(LETTER)).contains("m-42");
        assertThat(asked.get())
                .startsWith("POST /sms ")
                .endsWith("{\"to\":\"+33612345678\",\"text\":\"Code \\\"é\\\" & {to}\\nligne 2\"}");
    }

    @Test
    void writesItAsAFormNeedsIt() throws Exception {
        gateway(Map.of("body", "to={number}&message={text}", "headers", "X-Key: secret"))
                .hand(LETTER);
        assertThat(asked.get()).endsWith("to=33612345678&message=Code+%22%C3%A9%22+%26+%7Bto%7D%0Aligne+2");
    }

    @Test
    void writesItAsAnAddressNeedsIt() throws Exception {
        Map<String, String> keys = new HashMap<>(Map.of("method", "GET"));
        keys.put("url", url() + "?to={to}&m={text}");
        gateway(keys).hand(LETTER);
        assertThat(asked.get()).startsWith("GET /sms?to=%2B33612345678&m=Code+%22%C3%A9%22+%26+%7Bto%7D%0Aligne+2");
    }

    @Test
    void writesItAsXmlNeedsIt() throws Exception {
        gateway(Map.of("body", "<sms to=\"{to}\">{text}</sms>", "headers", "Content-Type: text/xml"))
                .hand(LETTER);
        assertThat(asked.get()).contains("Code &quot;é&quot; &amp; {to}");
    }

    @Test
    void believesNoAnswerWithoutTheWordOfSuccess() {
        answer = "{\"status\":\"queued in error\"}";
        assertThatThrownBy(() -> gateway(json()).hand(LETTER)).isInstanceOf(NotHandedOverException.class);
    }

    @Test
    void tellsAnErrorWithoutTheLetter() {
        status = 500;
        HttpSmsGateway gateway = gateway(json());
        assertThatThrownBy(() -> gateway.hand(LETTER))
                .isInstanceOf(NotHandedOverException.class)
                .hasMessageContaining("500")
                .hasMessageNotContaining("336");
        assertThat(gateway.available()).isFalse();
    }

    @Test
    void goesOnBelievingInAProviderThatAsksForPatience() {
        status = 429;
        HttpSmsGateway gateway = gateway(json());
        assertThat(catchThrowableOfType(NotHandedOverException.class, () -> gateway.hand(LETTER))
                        .fault())
                .isEqualTo(Fault.BUSY);
        assertThat(gateway.available()).isTrue();
    }

    @Test
    void waitsNoLongerThanItsSetting() {
        hangs = true;
        Map<String, String> keys = new HashMap<>(json());
        keys.put("timeout", "PT0.3S");
        assertThatThrownBy(() -> gateway(keys).hand(LETTER)).isInstanceOf(NotHandedOverException.class);
    }

    @Test
    void readsNoMoreOfAnAnswerThanItsBound() {
        answer = "x".repeat(10_000_000);
        assertThatThrownBy(() -> gateway(json()).hand(LETTER)).isInstanceOf(NotHandedOverException.class);
    }

    @Test
    void namesTheKeyThatIsMissingOrWrong() {
        assertThatThrownBy(() -> HttpForm.of(KeysOf.map(Map.of()))).hasMessageContaining("portail.sms.test.url");
        assertThatThrownBy(() -> HttpForm.of(KeysOf.map(Map.of("url", url(), "method", "PUT"))))
                .hasMessageContaining("portail.sms.test.method");
        assertThatThrownBy(() -> HttpForm.of(KeysOf.map(Map.of("url", url(), "timeout", "5"))))
                .hasMessageContaining("portail.sms.test.timeout");
    }

    private HttpSmsGateway gateway(Map<String, String> keys) {
        Map<String, String> all = new HashMap<>(Map.of("url", url()));
        all.putAll(keys);
        return new HttpSmsGateway(HttpForm.of(KeysOf.map(all)), Clock.systemUTC());
    }

    private static Map<String, String> json() {
        return Map.of(
                "headers", "Content-Type: application/json|Authorization: Bearer secret",
                "body", "{\"to\":{to},\"text\":{text}}",
                "success", "accepted",
                "reference", "\"id\":\"([^\"]+)\"");
    }

    private String url() {
        return "http://127.0.0.1:" + provider.getAddress().getPort() + "/sms";
    }

    private void take(HttpExchange exchange) {
        try (exchange) {
            asked.set(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            if (hangs && !released.await(10, TimeUnit.SECONDS)) {
                return;
            }
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

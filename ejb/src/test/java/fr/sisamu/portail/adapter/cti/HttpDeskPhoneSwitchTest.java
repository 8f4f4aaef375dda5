package fr.sisamu.portail.adapter.cti;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import fr.sisamu.portail.phone.DeskPhoneSwitch.State;
import fr.sisamu.portail.phone.SwitchUnavailableException;
import fr.sisamu.portail.testdb.MovableClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpDeskPhoneSwitchTest {

    final MovableClock clock = new MovableClock();
    final List<String> asked = new CopyOnWriteArrayList<>();
    final CountDownLatch hanging = new CountDownLatch(1);
    final ExecutorService threads = Executors.newCachedThreadPool();

    volatile int status = 200;
    volatile boolean hangs;
    volatile String answer = "{\"state\":\"FREE\"}";
    HttpServer bridge;
    HttpDeskPhoneSwitch telephones;

    @BeforeEach
    void start() throws IOException {
        bridge = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        bridge.setExecutor(threads);
        bridge.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            asked.add(
                    exchange.getRequestMethod() + " " + exchange.getRequestURI().getRawPath() + " " + body);
            if (hangs) {
                await();
            }
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        bridge.start();
        telephones = at(
                Optional.of(URI.create("http://127.0.0.1:" + bridge.getAddress().getPort() + "/cti/")));
    }

    @AfterEach
    void stop() {
        hanging.countDown();
        bridge.stop(0);
        threads.shutdownNow();
    }

    @Test
    void logsInAndOutAndAsksTheState() throws SwitchUnavailableException {
        telephones.login("FR680", "6812", "camille.durand");
        telephones.logout("FR680", "6812");
        answer = "{\"unit\":\"FR680\", \"state\" : \"ON_CALL\"}";

        assertThat(telephones.state("FR680", "#37+1")).isEqualTo(State.ON_CALL);
        assertThat(asked)
                .containsExactly(
                        "PUT /cti/phones/FR680/6812 {\"agent\":\"camille.durand\"}",
                        "DELETE /cti/phones/FR680/6812 ",
                        "GET /cti/phones/FR680/%2337%2B1 ");
    }

    @Test
    void isUnavailableWithoutAnAddress() {
        assertThatThrownBy(() -> at(Optional.empty()).login("FR680", "6812", "camille.durand"))
                .isInstanceOf(SwitchUnavailableException.class);
    }

    @Test
    void waitsOnceForABridgeThatHangsThenLeavesItAlone() {
        hangs = true;

        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> telephones.state("FR680", "6812")).isInstanceOf(SwitchUnavailableException.class);
        }

        assertThat(asked).hasSize(1);
    }

    @Test
    void triesAgainAfterThePauseAndGoesOnWhenAllIsWell() throws SwitchUnavailableException {
        status = 503;
        assertThatThrownBy(() -> telephones.state("FR680", "6812")).isInstanceOf(SwitchUnavailableException.class);
        status = 200;
        assertThatThrownBy(() -> telephones.state("FR680", "6812")).isInstanceOf(SwitchUnavailableException.class);
        clock.advance(Duration.ofSeconds(30));

        assertThat(telephones.state("FR680", "6812")).isEqualTo(State.FREE);
        assertThat(telephones.state("FR680", "6812")).isEqualTo(State.FREE);
    }

    @Test
    void aRefusalDoesNotKeepOthersFromAsking() throws SwitchUnavailableException {
        status = 404;
        assertThatThrownBy(() -> telephones.login("FR680", "9999", "camille.durand"))
                .isInstanceOf(SwitchUnavailableException.class);
        status = 200;

        assertThat(telephones.state("FR680", "6812")).isEqualTo(State.FREE);
    }

    @Test
    void refusesAnAnswerThatNamesNoState() {
        answer = "<html>";

        assertThatThrownBy(() -> telephones.state("FR680", "6812")).isInstanceOf(SwitchUnavailableException.class);
    }

    @SuppressWarnings("UnnecessaryAssignment") // here the test is the container
    private HttpDeskPhoneSwitch at(Optional<URI> address) {
        HttpDeskPhoneSwitch made = new HttpDeskPhoneSwitch();
        made.clock = clock;
        made.settings = new CtiSettings();
        made.settings.url = address;
        made.settings.timeout = Duration.ofMillis(500);
        made.settings.pause = Duration.ofSeconds(30);
        made.prepare();
        return made;
    }

    private void await() {
        try {
            hanging.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

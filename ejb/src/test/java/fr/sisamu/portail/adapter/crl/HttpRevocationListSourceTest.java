package fr.sisamu.portail.adapter.crl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import fr.sisamu.portail.revocation.RevocationListUnavailableException;
import fr.sisamu.portail.testdb.Threads;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("UnnecessaryAssignment") // here the test is the container
class HttpRevocationListSourceTest {

    static final byte[] LIST = {0x30, 0x03, 0x02, 0x01, 0x01};

    final HttpRevocationListSource source = new HttpRevocationListSource();
    HttpServer server;

    @BeforeEach
    void start() throws IOException {
        source.executor = Threads.managed();
        source.settings = new HttpSettings();
        source.settings.connect = Duration.ofSeconds(2);
        source.settings.read = Duration.ofMillis(300);
        source.settings.total = Duration.ofSeconds(2);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/list.crl", exchange -> {
            exchange.sendResponseHeaders(200, LIST.length);
            exchange.getResponseBody().write(LIST);
            exchange.close();
        });
        server.createContext("/moved.crl", exchange -> {
            exchange.getResponseHeaders().add("Location", "/list.crl");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.createContext("/broken.crl", exchange -> {
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    @Test
    void bringsWhatTheServerHolds() throws RevocationListUnavailableException {
        assertThat(source.fetch(at("/list.crl"), 100)).isEqualTo(LIST);
    }

    @Test
    void refusesMoreThanTheLimit() {
        assertThatThrownBy(() -> source.fetch(at("/list.crl"), 4))
                .isInstanceOf(RevocationListUnavailableException.class);
    }

    @Test
    void followsNoRedirect() {
        assertThatThrownBy(() -> source.fetch(at("/moved.crl"), 100))
                .isInstanceOf(RevocationListUnavailableException.class);
    }

    @Test
    void tellsOfAnError() {
        assertThatThrownBy(() -> source.fetch(at("/broken.crl"), 100))
                .isInstanceOf(RevocationListUnavailableException.class)
                .hasStackTraceContaining("503");
    }

    @Test
    void waitsForAHangingServerNoLongerThanTheSetting() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            URI address = URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/list.crl");

            assertThatThrownBy(() -> source.fetch(address, 100))
                    .isInstanceOf(RevocationListUnavailableException.class)
                    .hasStackTraceContaining("timed out");
        }
    }

    /** Each piece comes in time, and the headers never end. */
    @Test
    void waitsForAServerThatDripsItsHeadersNoLongerThanTheSetting() throws IOException {
        source.settings.total = Duration.ofMillis(500);
        try (DrippingServer dripping = new DrippingServer()) {
            assertThatThrownBy(() -> source.fetch(dripping.address(), 100))
                    .isInstanceOf(RevocationListUnavailableException.class)
                    .hasStackTraceContaining("not finished after PT0.5S");
            dripping.awaitHungUp();
        }
    }

    @Test
    void readsNoFile() {
        assertThatThrownBy(() -> source.fetch(URI.create("file:///etc/passwd"), 100))
                .isInstanceOf(RevocationListUnavailableException.class);
    }
}

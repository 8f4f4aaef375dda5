package fr.sisamu.portail.revocation;

import static fr.sisamu.portail.revocation.ListWorld.AUTHORITY;
import static fr.sisamu.portail.revocation.ListWorld.GOOD;
import static fr.sisamu.portail.revocation.ListWorld.REVOKED;
import static fr.sisamu.portail.revocation.ListWorld.WEEK;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import fr.sisamu.portail.adapter.crl.HttpRevocationListSource;
import fr.sisamu.portail.testdb.Portal;
import fr.sisamu.portail.testdb.TestDatabase;
import fr.sisamu.portail.testdb.Threads;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The portal's own fetch, by HTTP, of a full list and of the delta that completes it. */
@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class DeltaFetchTest {

    final Map<String, byte[]> published = new ConcurrentHashMap<>();
    final ListWorld world;
    HttpServer server;

    DeltaFetchTest(TestDatabase.Kind database) {
        world = new ListWorld(database);
    }

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        world.portal.with(ManagedExecutorService.class, Threads.managed());
        byHttp(world.portal);
    }

    /** Through the real adapter, from this server. */
    private void byHttp(Portal node) {
        HttpRevocationListSource http = node.get(HttpRevocationListSource.class);
        String entry = ListWorld.name(AUTHORITY.certificate()) + "|http://127.0.0.1:"
                + server.getAddress().getPort();
        node.with(RevocationListSource.class, http)
                .with("portail.revocation.urls", entry + "/full.crl")
                .with("portail.revocation.deltas", entry + "/delta.crl");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] list = published.get(exchange.getRequestURI().getPath());
        if (list == null) {
            exchange.sendResponseHeaders(404, -1);
        } else {
            exchange.sendResponseHeaders(200, list.length);
            exchange.getResponseBody().write(list);
        }
        exchange.close();
    }

    private void publishDelta(long number, long base) {
        published.put(
                "/delta.crl",
                AUTHORITY.deltaCrl(
                        world.now(),
                        world.now().plus(WEEK),
                        BigInteger.valueOf(number),
                        BigInteger.valueOf(base),
                        List.of(ListWorld.serial(GOOD))));
    }

    private void fetch() {
        world.portal.get(RevocationFetch.class).fetchDue();
    }

    @Test
    void revokesACardThatOnlyTheDeltaNames() {
        published.put("/full.crl", world.list(1));
        publishDelta(2, 1);
        fetch();

        assertThat(world.check(GOOD)).isEqualTo(RevocationAnswer.REVOKED);
        assertThat(world.check(REVOKED)).isEqualTo(RevocationAnswer.REVOKED);
    }

    @Test
    void revokesACardByADeltaThatAppearsAfterTheFullList() {
        published.put("/full.crl", world.list(1));
        fetch();
        assertThat(world.check(GOOD)).isEqualTo(RevocationAnswer.GOOD);

        publishDelta(2, 1);
        world.portal.clock().advance(Duration.ofDays(1));
        fetch();

        assertThat(world.check(GOOD)).isEqualTo(RevocationAnswer.REVOKED);
    }

    @Test
    void takesNoDeltaWhoseFullListTheServerDoesNotGive() {
        published.put("/full.crl", world.list(1));
        publishDelta(9, 8);
        fetch();

        assertThat(world.check(GOOD)).isEqualTo(RevocationAnswer.GOOD);
        assertThat(world.portal.get(RevocationStatus.class).authorities())
                .allSatisfy(status -> assertThat(status.lastError())
                        .hasValueSatisfying(error -> assertThat(error).contains("DELTA_WITHOUT_BASE")));
    }

    @Test
    void revokesStillAfterARestartWithTheServerGone() {
        published.put("/full.crl", world.list(1));
        publishDelta(2, 1);
        fetch();
        published.clear();

        Portal restarted = world.start();
        restarted.get(RevocationLists.class).refresh();

        assertThat(world.check(restarted, GOOD)).isEqualTo(RevocationAnswer.REVOKED);
    }
}

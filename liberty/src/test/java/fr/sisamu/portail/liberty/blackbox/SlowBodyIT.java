package fr.sisamu.portail.liberty.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.liberty.DemonstrationFiles;
import fr.sisamu.portail.liberty.RunningServer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** More senders than the server has threads, each an octet at a time: everybody else is served as if they were not there. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class SlowBodyIT {

    private static final RunningServer SERVER = RunningServer.demonstration();
    private static final int PORTAL = SERVER.portalPort();
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded";
    private static final int SLOW = 160;
    private static final int ROUNDS = 4;

    private static final int AT_ONCE = 40;
    private static final int FORMS = 400;

    /** How many may send files at once. */
    private static final int FILES = 4;

    private static final int TOO_MANY_REQUESTS = 429;

    @Test
    void leaveEveryThreadToWhoeverSendsAtOnce() throws Exception {
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        List<Wire> slow = new ArrayList<>();
        ServerLog log = new ServerLog();
        try (CardClient stranger = CardClient.withoutCard()) {
            for (int i = 0; i < SLOW; i++) {
                boolean card = i % 4 == 0;
                int port = card ? SERVER.cardPort() : PORTAL;
                Wire wire = Wire.to(port);
                wire.send(Wire.head("POST", card ? "/card/present" : "/otp.xhtml", PORTAL, FORM, "Content-Length: 1000")
                        + "\r\na");
                slow.add(wire);
            }
            Future<?> dripping = clock.scheduleWithFixedDelay(() -> drip(slow), 1, 1, TimeUnit.SECONDS);
            for (int i = 0; i < ROUNDS; i++) {
                assertThat(stranger.get(SERVER.portal("/health/ready")).status())
                        .isEqualTo(200);
                assertThat(stranger.post(SERVER.portal("/otp.xhtml"), SERVER.origin(), Map.of("identifier", "nobody"))
                                .body())
                        .contains("value=\"nobody\"");
                try (CardJourney arm = new CardJourney(SERVER, DemonstrationFiles.card("cpe-arm2-auth"))) {
                    arm.toTheFirstPage();
                    arm.logOut();
                }
            }
            dripping.cancel(false);
            for (Wire wire : slow) {
                Answer answer = wire.answer();
                assertThat(answer.status()).isEqualTo(408);
                assertThat(wire.isClosedWithin(Duration.ofSeconds(25))).isTrue();
            }
        } finally {
            clock.shutdownNow();
            for (Wire wire : slow) {
                wire.close();
            }
        }
        assertThat(log.newsOfRequests()).isEmpty();
    }

    private static void drip(List<Wire> slow) {
        for (Wire wire : slow) {
            try {
                wire.send("a");
            } catch (IOException answered) {
                // and hung up
            }
        }
    }

    /** Each comes in two pieces, so that another thread ends it than began it, while that one serves others. */
    @Test
    void sendEveryFormOnTheWayOnWhichItCame() throws Exception {
        ExecutorService browsers = Executors.newFixedThreadPool(AT_ONCE);
        ServerLog log = new ServerLog();
        try {
            List<Future<String>> found = new ArrayList<>();
            for (int i = 0; i < FORMS; i++) {
                String id = Integer.toString(i);
                found.add(browsers.submit(() -> inTwoPieces(id)));
            }
            Set<String> all = new TreeSet<>();
            for (Future<String> each : found) {
                all.add(each.get(1, TimeUnit.MINUTES));
            }
            assertThat(all).containsExactly("as sent");
        } finally {
            browsers.shutdownNow();
        }
        assertThat(log.newsOfRequests()).isEmpty();
    }

    /** The page tells the form back in its field; that it came by the address that it went is checked by the portal itself. */
    private static String inTwoPieces(String id) throws IOException {
        String claim = "identifier=nobody." + id;
        int middle = claim.indexOf('.');
        try (Wire wire = Wire.to(PORTAL)) {
            wire.send(Wire.head(
                            "POST",
                            "/otp.xhtml?mark=" + id,
                            PORTAL,
                            FORM,
                            "Connection: close",
                            "Content-Length: " + claim.length())
                    + "\r\n"
                    + claim.substring(0, middle));
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            Answer answer = wire.send(claim.substring(middle)).answer();
            boolean own = answer.body().contains("value=\"nobody." + id + "\"");
            return own ? "as sent" : id + ": " + answer.status() + " " + answer.body();
        }
    }

    @Test
    void holdNoMoreThreadsThanAreSetAsideForFiles() throws Exception {
        String token = "Authorization: Bearer " + MachineToken.make(SERVER, "slow-import", "IMPORT");
        String[] headers = {"Content-Type: multipart/form-data; boundary=b", token, "Content-Length: 100000"};
        ExecutorService readers = Executors.newCachedThreadPool();
        CompletionService<Answer> answers = new ExecutorCompletionService<>(readers);
        List<Future<Answer>> answering = new ArrayList<>();
        List<Wire> slow = new ArrayList<>();
        try {
            Answer first = null;
            // A token that several bring at the same instant is slowed down: another one comes in their place.
            while (first == null || first.status() == TOO_MANY_REQUESTS) {
                do {
                    Wire wire = Wire.to(PORTAL);
                    slow.add(wire.send(Wire.head("POST", "/api/import", PORTAL, headers) + "\r\n--b\r\n"));
                    answering.add(answers.submit(wire::answer));
                } while (slow.size() <= FILES);
                first = answers.take().get();
            }
            assertThat(first.status()).isEqualTo(503);
            assertThat(first.body()).isEqualTo("{\"error\":\"OVERLOADED\"}");
            assertThat(first.header("Retry-After")).isPresent();
            assertThat(answering).hasSameSizeAs(slow);
        } finally {
            readers.shutdownNow();
            for (Wire wire : slow) {
                wire.close();
            }
        }
        assertThat(awaitStatus(400, headers).body()).contains("BAD_REQUEST");
    }

    private static Answer awaitStatus(int status, String... headers) throws IOException {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        Answer answer;
        do {
            try (Wire wire = Wire.to(PORTAL)) {
                String broken = "x".repeat(100_000);
                answer = wire.send(Wire.head("POST", "/api/import", PORTAL, headers) + "\r\n" + broken)
                        .answer();
            }
        } while (answer.status() != status && System.nanoTime() < end);
        assertThat(answer.status()).isEqualTo(status);
        return answer;
    }
}

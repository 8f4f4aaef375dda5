package fr.sisamu.portail.liberty.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.liberty.DatabaseRelay;
import fr.sisamu.portail.liberty.DemonstrationFiles;
import fr.sisamu.portail.liberty.PostgresServer;
import fr.sisamu.portail.liberty.RunningServer;
import fr.sisamu.portail.liberty.ServerCopy;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A database that swallows packets: nobody waits for it long, whoever does not need it does not wait at all. */
class SilentDatabaseIT {

    private static final String PASSWORD = "un vieux tracteur bleu sans roues";
    private static final String NUMBER = "+33612345673";

    /** What is promised, and held by the half of all answers at least: the tests share the machine with the server. */
    private static final Duration AT_ONCE = Duration.ofSeconds(2);

    /** After which monitoring takes a server for dead. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Some waits one after the other, each bounded in common.xml, and what a crowded machine adds. */
    private static final Duration BOUNDED = Duration.ofSeconds(40);

    private static final int CROWD = 60;

    private static PostgresServer database;
    private static DatabaseRelay relay;
    private static ServerCopy copy;
    private static RunningServer server;

    private final Map<String, List<Duration>> times = new TreeMap<>();

    @BeforeAll
    static void start() throws Exception {
        database = PostgresServer.start();
        relay = new DatabaseRelay(database.port());
        copy = ServerCopy.named("portail-silent");
        database.serve(copy, relay);
        server = copy.server();
    }

    @AfterAll
    static void stop() throws Exception {
        copy.stop();
        relay.close();
        database.close();
    }

    @Test
    void holdsUpNobodyForLongAndLosesNoSession() throws Exception {
        relay.swallow();
        copy.start();
        copy.awaitHealth("/login.xhtml", 308); // the server lives before its applications do
        try (CardClient anyone = CardClient.keepingConnections(null)) {
            tellsTheTruthAtOnce(anyone, 503);
        }

        relay.flow();
        long flows = System.nanoTime();
        copy.awaitHealth("/health/ready", 200);
        print("start on a silent database: ready after the packets flow", since(flows));
        copy.awaitCards();
        CredentialSetup.by(server, "cps-medecin-auth", PASSWORD, NUMBER, "silent@chu.example");

        ExecutorService people = Executors.newFixedThreadPool(CROWD + 1);
        try (CardJourney agent = new CardJourney(server, DemonstrationFiles.card("cpe-arm-auth"));
                OtpJourney doctor = new OtpJourney(server);
                CardClient anyone = CardClient.keepingConnections(null)) {
            agent.toTheBandeau("4101");
            assertThat(doctor.get("/otp.xhtml").status()).isEqualTo(200);

            relay.swallow();
            Future<Duration> code = people.submit(() -> claimed(doctor));
            List<Future<Duration>> crowd = new ArrayList<>();
            for (int person = 0; person < CROWD; person++) {
                crowd.add(people.submit(SilentDatabaseIT::strangerWithACookie));
            }
            long silent = System.nanoTime();
            while (ready(anyone) == 200) {
                tellsTheTruthAtOnce(anyone, 200);
            }
            print("silence: ready is DOWN after", since(silent));
            assertThat(since(silent)).isLessThan(BOUNDED);
            for (int round = 0; round < 10; round++) {
                tellsTheTruthAtOnce(anyone, 200);
                Timed page = timed(() -> agent.get("/bandeau.xhtml"));
                assertThat(page.answer().status()).isEqualTo(503);
                assertThat(page.answer().body()).contains("téléphone");
                took("/bandeau.xhtml of an agent, once the loss is known", page.time());
            }
            print("the step by password, begun with the silence", code.get());
            Duration longest = Duration.ZERO;
            for (Future<Duration> person : crowd) {
                longest = person.get().compareTo(longest) > 0 ? person.get() : longest;
            }
            print("the longest of " + CROWD + " pages begun with the silence", longest);

            relay.flow();
            flows = System.nanoTime();
            copy.awaitHealth("/health/ready", 200);
            print("ready again after the packets flow", since(flows));
            assertThat(agent.open("/bandeau.xhtml")).as("the bandeau of before").contains("4101");
            try (OtpJourney another = new OtpJourney(server)) {
                another.toTheFirstPage("camille.factice", PASSWORD, NUMBER);
            }
        } finally {
            people.shutdownNow();
        }
        times.forEach(SilentDatabaseIT::judge);
    }

    /** What monitoring asks and what a stranger sees, each within the bound. */
    private void tellsTheTruthAtOnce(CardClient anyone, int started) throws Exception {
        asked("/health/live", () -> anyone.get(server.http("/health/live")), 200);
        asked("/health/started", () -> anyone.get(server.http("/health/started")), started);
        ready(anyone);
        asked("/metrics", () -> metrics(anyone), 200);
        asked("/login/state", () -> anyone.get(server.portal("/login/state")), 200);
        asked("/login.xhtml", () -> anyone.get(server.portal("/login.xhtml")), 200);
    }

    private int ready(CardClient anyone) throws Exception {
        Timed answer = timed(() -> anyone.get(server.http("/health/ready")));
        took("/health/ready", answer.time());
        assertThat(answer.answer().body()).contains("\"ageSeconds\":");
        return answer.answer().status();
    }

    private static Answer metrics(CardClient monitoring) throws IOException {
        return monitoring.send(ClassicRequestBuilder.get(server.portal("/metrics"))
                .addHeader("Authorization", "Bearer " + Monitoring.TOKEN)
                .build());
    }

    private void asked(String name, Callable<Answer> request, int status) throws Exception {
        Timed answer = timed(request);
        assertThat(answer.answer().status()).as(name).isEqualTo(status);
        took(name, answer.time());
    }

    private void took(String name, Duration time) {
        times.computeIfAbsent(name, key -> new ArrayList<>()).add(time);
    }

    private static void judge(String name, List<Duration> all) {
        List<Duration> sorted = all.stream().sorted().toList();
        print(name + ", the slowest of " + all.size(), sorted.get(all.size() - 1));
        assertThat(sorted.get(all.size() - 1)).as(name).isLessThan(PATIENCE);
        assertThat(sorted.get(all.size() / 2)).as(name).isLessThan(AT_ONCE);
    }

    private static Duration strangerWithACookie() throws Exception {
        try (CardClient stranger = CardClient.withoutCard()) {
            return bounded(() -> stranger.send(ClassicRequestBuilder.get(server.portal("/phone.xhtml"))
                    .addHeader("Cookie", "__Host-session=" + "A".repeat(43))
                    .build()));
        }
    }

    /** How long the step by password took. A machine with much to hash asks for patience first, and no code was sent. */
    private static Duration claimed(OtpJourney doctor) throws Exception {
        Timed answer = timed(() -> doctor.claim("camille.factice", PASSWORD));
        assertThat(answer.answer().status() == 503
                        || !answer.answer().header("Location").orElse("").contains("/otp-code.xhtml"))
                .as("no code is asked for")
                .isTrue();
        assertThat(answer.time()).isLessThan(BOUNDED);
        return answer.time();
    }

    /** How long it took to be told that the database is away. */
    private static Duration bounded(Callable<Answer> request) throws Exception {
        Timed answer = timed(request);
        assertThat(answer.answer().status()).isEqualTo(503);
        assertThat(answer.time()).isLessThan(BOUNDED);
        return answer.time();
    }

    private record Timed(Answer answer, Duration time) {}

    private static Timed timed(Callable<Answer> request) throws Exception {
        long begin = System.nanoTime();
        Answer answer = request.call();
        return new Timed(answer, since(begin));
    }

    private static Duration since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private static void print(String what, Duration time) {
        System.out.printf("%-60s %6.2f s%n", what, time.toMillis() / 1e3);
    }
}

package fr.sisamu.portail.liberty.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.liberty.DemonstrationFiles;
import fr.sisamu.portail.liberty.ServerCopy;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Many passwords at once on a server that takes them one by one, and slowly: the pages say so, and everybody is served. */
class PasswordQueueIT {

    private static final int AGENTS = 24;
    private static ServerCopy copy;

    @BeforeAll
    static void start() throws IOException {
        copy = ServerCopy.named("portail-queue");
        copy.set("password.threads", "1");
        copy.set("portail.password.iterations", "12");
        copy.set("portail.throttle.sites", "127.0.0.0/8");
        copy.startUntilReady();
        copy.awaitCards();
    }

    @AfterAll
    static void stop() throws IOException, InterruptedException {
        copy.stop();
    }

    @Test
    void saysThatManyLogInAndAnswersEachInTheEndWhileCardsComeIn() throws Exception {
        ExecutorService browsers = Executors.newFixedThreadPool(AGENTS);
        try {
            List<Future<Boolean>> waited = new ArrayList<>();
            for (int i = 0; i < AGENTS; i++) {
                String name = "agent.n" + i;
                waited.add(browsers.submit(() -> waits(name)));
            }
            awaitHealth("\"waiting\":");
            try (CardJourney arm = new CardJourney(copy.server(), DemonstrationFiles.card("cpe-arm-auth"))) {
                arm.toTheBandeau("4101");
            }
            int queued = 0;
            for (Future<Boolean> each : waited) {
                queued += each.get() ? 1 : 0;
            }
            assertThat(queued).as("agents who were told to wait").isPositive();
        } finally {
            browsers.shutdownNow();
        }
        awaitHealth("\"waiting\":0");
    }

    /** Logs in under a name that nobody has, and waits as the page says; true if it had to. */
    private static boolean waits(String name) throws IOException {
        try (OtpJourney agent = new OtpJourney(copy.server())) {
            Answer answer = agent.claim(name, "not a password at all");
            boolean queued = answer.status() == 303;
            while (answer.status() == 303 || answer.body().contains("Beaucoup de connexions en cours")) {
                answer = agent.get("/otp.xhtml");
            }
            assertThat(answer.body()).contains("Identifiant ou mot de passe incorrect");
            return queued;
        }
    }

    private static void awaitHealth(String words) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!copy.ready().contains(words)) {
            assertThat(System.nanoTime())
                    .as("« %s » in %s", words, copy.ready())
                    .isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}

package fr.sisamu.portail.liberty.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.liberty.DatabaseRelay;
import fr.sisamu.portail.liberty.DemonstrationFiles;
import fr.sisamu.portail.liberty.PostgresServer;
import fr.sisamu.portail.liberty.ServerCopy;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A database cut again and again while the portal starts, each time further on: the portal comes up by itself. */
class DatabaseCutAtStartIT {

    private static final long AWAY = TimeUnit.MILLISECONDS.toNanos(700);
    private static final Duration READY_AGAIN = Duration.ofMinutes(3);

    private static PostgresServer database;
    private static DatabaseRelay relay;
    private static ServerCopy copy;

    @BeforeAll
    static void start() throws Exception {
        database = PostgresServer.start();
        relay = new DatabaseRelay(database.port());
        copy = ServerCopy.named("portail-cut-start");
        database.serve(copy, relay);
    }

    @AfterAll
    static void stop() throws Exception {
        copy.stop();
        relay.close();
        database.close();
    }

    @Test
    void needsNobodyToComeUp() throws Exception {
        int questions = 1;
        int cuts = 0;
        relay.cutAfter(questions);
        copy.start();
        long back = System.nanoTime();
        while (copy.health("/health/started") != 200) {
            if (relay.isCut()) {
                cuts++;
                LockSupport.parkNanos(AWAY);
                assertThat(copy.health("/health/live")).isIn(0, 200);
                questions = questions * 2 + 1;
                relay.cutAfter(questions);
                back = System.nanoTime();
            }
            assertThat(Duration.ofNanos(System.nanoTime() - back))
                    .as("after the cut before question %s", questions)
                    .isLessThan(READY_AGAIN);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        relay.mend();
        copy.awaitHealth("/health/ready", 200);
        System.out.printf(
                "cut %d times, the last time before question %d; ready %.1f s after the database was back for good%n",
                cuts, questions / 2, (System.nanoTime() - back) / 1e9);
        assertThat(cuts).isGreaterThan(5);

        copy.awaitCards();
        try (CardJourney agent = new CardJourney(copy.server(), DemonstrationFiles.card("cpe-arm-auth"))) {
            agent.toTheBandeau("4101");
        }
    }
}

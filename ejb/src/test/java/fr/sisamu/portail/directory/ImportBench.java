package fr.sisamu.portail.directory;

import fr.sisamu.portail.testdb.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/**
 * What an import of 100,000 agents with a profile each costs on PostgreSQL: the first one, and the same files again. Run
 * by its name, it prints and judges nothing: {@code mvn -pl ejb -am test -Dtest=ImportBench
 * -Dsurefire.failIfNoSpecifiedTests=false -DargLine="-Xmx256m -XX:+UseSerialGC"}.
 */
class ImportBench {

    private static final int AGENTS = Integer.getInteger("bench.agents", 100_000);

    private final ImportWorld world = new ImportWorld(TestDatabase.Kind.POSTGRESQL);
    private final AtomicLong peak = new AtomicLong();

    @Test
    void measuresAHundredThousandAgents() {
        ScheduledExecutorService sampler = Executors.newSingleThreadScheduledExecutor();
        long idle = used();
        ScheduledFuture<?> sampling = sampler.scheduleAtFixedRate(
                () -> peak.accumulateAndGet(occupied(), Math::max), 0, 20, TimeUnit.MILLISECONDS);
        System.out.printf(Locale.ROOT, "%n%d agents, idle heap %d MiB, at most %d MiB%n", AGENTS, idle, most());
        measure("first import, applied", idle);
        measure("the same files again", idle);
        sampling.cancel(false);
        sampler.shutdown();
    }

    private void measure(String what, long idle) {
        handIn();
        peak.set(0);
        long begin = System.nanoTime();
        ImportReport report = world.run(true, true);
        double seconds = (System.nanoTime() - begin) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%-24s %-10s %6.1f s, heap with garbage at most %d MiB above idle, kept afterwards %d MiB%n",
                what,
                report.run().state(),
                seconds,
                peak.get() - idle,
                used() - idle);
    }

    private void handIn() {
        StringBuilder accounts = new StringBuilder("prenom;nom;identifiants_nationaux\n");
        StringBuilder profiles = new StringBuilder("identifiant_national;entite;fonction;debut\n");
        for (int i = 0; i < AGENTS; i++) {
            String identifier = "3999990005/BENCH" + i;
            accounts.append("Prénom")
                    .append(i % 997)
                    .append(";Nom-Factice")
                    .append(i % 49_991)
                    .append(';')
                    .append(identifier)
                    .append('\n');
            profiles.append(identifier).append(";FR770;Médecin régulateur;2026-01-01\n");
        }
        world.file(FileKind.UNITS, "code;nom", "FR770;CRRA du SAMU 77")
                .file(FileKind.ACCOUNTS, accounts.toString().getBytes(StandardCharsets.UTF_8))
                .file(FileKind.PROFILES, profiles.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** In MiB, after collection. */
    private static long used() {
        System.gc();
        return occupied();
    }

    private static long occupied() {
        return (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20;
    }

    private static long most() {
        return Runtime.getRuntime().maxMemory() >> 20;
    }
}

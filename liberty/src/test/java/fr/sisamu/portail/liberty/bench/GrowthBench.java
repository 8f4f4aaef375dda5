package fr.sisamu.portail.liberty.bench;

import fr.sisamu.portail.liberty.DemonstrationFiles;
import fr.sisamu.portail.liberty.PostgresServer;
import fr.sisamu.portail.liberty.ServerCopy;
import fr.sisamu.portail.liberty.blackbox.CardJourney;
import fr.sisamu.portail.partners.igc.Card;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Whether a login by card costs the same however many accounts there are and however long the trace has grown. */
class GrowthBench {

    private static final int WARM_UP = Integer.getInteger("bench.warmup", 300);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final int LOGINS = Integer.getInteger("bench.logins", 200);
    private static final long FEW = 1_000;
    private static final long ACCOUNTS = Long.getLong("bench.growth.accounts", 1_000_000);
    private static final long ROWS = Long.getLong("bench.growth.trace", 10_000_000);
    private static final String AGENT = "3999990005/ARM0001";
    private static final double NANOS_PER_MILLI = 1_000_000;

    private final Card card = DemonstrationFiles.card("cpe-arm-auth");
    private ServerCopy copy;
    private ServerProcess portal;
    private PostgresProcesses postgres;

    @Test
    void measuresLoginsBeforeAndAfterYears() throws Exception {
        copy = ServerCopy.named("portail-bench-growth");
        try (PostgresServer database = PostgresServer.start()) {
            database.serve(copy);
            copy.start();
            copy.awaitHealth("/health/ready", 200);
            copy.awaitCards();
            portal = new ServerProcess(copy.pid());
            postgres = new PostgresProcesses(database.pid());
            try (Connection connection = database.connect()) {
                measure(new LargeHospital(connection));
            }
        } finally {
            copy.stop();
        }
    }

    private void measure(LargeHospital hospital) throws Exception {
        Report report = new Report("Logins by card to the first page, on PostgreSQL, as the hospital grows")
                .line("rounds of logins, after warm-up", ROUNDS + " x " + LOGINS + ", " + WARM_UP);
        hospital.accounts(0, FEW);
        hospital.settle();
        round(WARM_UP);
        Figures few = rounds(report, String.format(Locale.ROOT, "%,d accounts", FEW));
        hospital.accounts(FEW, ACCOUNTS);
        hospital.yearsOf(AGENT);
        hospital.trace(ROWS, ACCOUNTS);
        hospital.settle();
        round(WARM_UP / 3);
        Figures many = rounds(report, String.format(Locale.ROOT, "%,d accounts, %,d rows of trace", ACCOUNTS, ROWS));
        report.line("CPU of portal and database, many / few", ratio(many.cpu(), few.cpu()))
                .line("elapsed, many / few", ratio(many.elapsed(), few.elapsed()))
                .print();
    }

    /** Milliseconds of one login: processor time of the portal without its compilers, of the database, and elapsed. */
    private record Figures(double portal, double database, double elapsed) {
        double cpu() {
            return portal + database;
        }
    }

    private Figures rounds(Report report, String size) throws Exception {
        List<Figures> all = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            all.add(round(LOGINS));
        }
        Spread server = Spread.of(all.stream().map(Figures::portal).toList());
        Spread database = Spread.of(all.stream().map(Figures::database).toList());
        Spread elapsed = Spread.of(all.stream().map(Figures::elapsed).toList());
        report.line(size + ": CPU of the portal", server, "ms")
                .line("  CPU of PostgreSQL, all its processes", database, "ms")
                .line("  median elapsed", elapsed, "ms");
        return new Figures(server.median(), database.median(), elapsed.median());
    }

    private Figures round(int logins) throws Exception {
        List<Double> elapsed = new ArrayList<>();
        double spent = 0;
        double spentByDatabase = 0;
        for (int i = 0; i < logins; i++) {
            try (CardJourney journey = new CardJourney(copy.server(), card)) {
                Cost before = portal.cpu();
                double databaseBefore = postgres.cpuMillis();
                long start = System.nanoTime();
                journey.toTheFirstPage();
                elapsed.add((System.nanoTime() - start) / NANOS_PER_MILLI);
                spent += portal.cpu().minus(before).work();
                spentByDatabase += postgres.cpuMillis() - databaseBefore;
                journey.logOut();
            }
        }
        return new Figures(
                spent / logins, spentByDatabase / logins, Spread.of(elapsed).median());
    }

    private static String ratio(double many, double few) {
        return String.format(Locale.ROOT, "%.2f", many / few);
    }
}

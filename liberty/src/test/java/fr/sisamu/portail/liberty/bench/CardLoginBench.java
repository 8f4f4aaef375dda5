package fr.sisamu.portail.liberty.bench;

import fr.sisamu.portail.liberty.DemonstrationFiles;
import fr.sisamu.portail.liberty.PostgresServer;
import fr.sisamu.portail.liberty.RunningServer;
import fr.sisamu.portail.liberty.ServerCopy;
import fr.sisamu.portail.liberty.blackbox.CardClient;
import fr.sisamu.portail.liberty.blackbox.CardJourney;
import fr.sisamu.portail.partners.igc.Card;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Processor time of the server for each card login, beside that of the two TLS handshakes no login can do without. */
class CardLoginBench {

    private static final int WARM_UP = Integer.getInteger("bench.warmup", 300);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final int LOGINS = Integer.getInteger("bench.logins", 200);
    private static final String PHONE = "4101";
    private static final String STATIC = "/static/page.js";

    private final Card card = DemonstrationFiles.card("cpe-arm-auth");
    private final List<Cost> firstPage = new ArrayList<>();
    private final List<Cost> logOut = new ArrayList<>();
    private final List<Cost> whole = new ArrayList<>();
    private final List<Cost> get = new ArrayList<>();
    private final List<Cost> portalHandshake = new ArrayList<>();
    private final List<Cost> cardHandshake = new ArrayList<>();
    private RunningServer server;
    private ServerProcess process;

    /** Its database in the server's own process. */
    @Test
    void measuresCardLogins() throws Exception {
        server = RunningServer.demonstration();
        process = ServerProcess.started("portail");
        measure(new Report("Card logins, one after the other; H2 in the server's process"));
    }

    /** The database apart, as in production. */
    @Test
    void measuresCardLoginsOnPostgreSql() throws Exception {
        ServerCopy copy = ServerCopy.named("portail-bench-postgresql");
        try (PostgresServer database = PostgresServer.start()) {
            database.serve(copy);
            copy.start();
            copy.awaitHealth("/health/ready", 200);
            copy.awaitCards();
            server = copy.server();
            process = new ServerProcess(copy.pid());
            measure(new Report("Card logins, one after the other; PostgreSQL in processes of its own, not counted"));
        } finally {
            copy.stop();
        }
    }

    private void measure(Report report) throws Exception {
        report.line("Java of the server", process.java())
                .line("resident memory before the first login", process.residentMebibytes() + " MiB");
        for (int i = 0; i < WARM_UP; i++) {
            journey();
        }
        for (int i = 0; i < ROUNDS; i++) {
            round();
            report.line(
                    String.format(Locale.ROOT, "resident memory after %,d logins", WARM_UP + 2 * (i + 1) * LOGINS),
                    process.residentMebibytes() + " MiB");
        }
        List<Double> ratio = IntStream.range(0, ROUNDS)
                .mapToObj(i -> firstPage.get(i).work()
                        / (portalHandshake.get(i).work() + cardHandshake.get(i).work()))
                .toList();
        report.line("rounds of logins, after warm-up", ROUNDS + " x " + LOGINS + ", " + WARM_UP)
                .line("CPU in ms of", "all threads | all but Java's compilers")
                .line("  login to the first authenticated page", spread(firstPage))
                .line("  card, profile, phone, bandeau and log-out", spread(whole))
                .line("  log-out", spread(logOut))
                .line("  handshake with the portal", spread(portalHandshake))
                .line("  handshake with the card endpoint", spread(cardHandshake))
                .line("  static GET on a kept connection", spread(get))
                .line("login to the first page / the two handshakes", Spread.of(ratio) + ", without compilers")
                .print();
    }

    private static String spread(List<Cost> costs) {
        return Spread.of(costs.stream().map(Cost::total).toList()) + " | "
                + Spread.of(costs.stream().map(Cost::work).toList());
    }

    private void round() throws Exception {
        loginAndLogOut();
        whole.add(cpuOfEach(this::journey));
        try (CardClient kept = CardClient.keepingConnections(card)) {
            get.add(cpuOfEach(() -> kept.get(server.portal(STATIC))));
        }
        Cost request = get.get(get.size() - 1);
        try (CardClient fresh = CardClient.withCard(card)) {
            portalHandshake.add(
                    cpuOfEach(() -> fresh.get(server.portal(STATIC))).minus(request));
            cardHandshake.add(cpuOfEach(() -> fresh.get(server.card(STATIC))).minus(request));
        }
    }

    /** Each session ends before the next begins: nobody comes in two hundred times, and each open session is told of the next. */
    private void loginAndLogOut() throws IOException {
        Cost login = Cost.NONE;
        Cost out = Cost.NONE;
        for (int i = 0; i < LOGINS; i++) {
            Cost before = process.cpu();
            try (CardJourney journey = new CardJourney(server, card)) {
                journey.toTheFirstPage();
                Cost between = process.cpu();
                login = login.plus(between.minus(before));
                journey.logOut();
                out = out.plus(process.cpu().minus(between));
            }
        }
        firstPage.add(login.dividedBy(LOGINS));
        logOut.add(out.dividedBy(LOGINS));
    }

    private void journey() throws IOException {
        try (CardJourney journey = new CardJourney(server, card)) {
            journey.toTheBandeau(PHONE);
            journey.logOut();
        }
    }

    private Cost cpuOfEach(Step step) throws Exception {
        Cost before = process.cpu();
        for (int i = 0; i < LOGINS; i++) {
            step.run();
        }
        return process.cpu().minus(before).dividedBy(LOGINS);
    }

    private interface Step {
        void run() throws Exception;
    }
}

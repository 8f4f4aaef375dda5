package fr.sisamu.portail.liberty.bench;

import fr.sisamu.portail.liberty.DemonstrationFiles;
import fr.sisamu.portail.liberty.RunningServer;
import fr.sisamu.portail.liberty.blackbox.CardClient;
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

    private final RunningServer server = RunningServer.demonstration();
    private final Card card = DemonstrationFiles.card("cpe-arm-auth");
    private final List<Double> firstPage = new ArrayList<>();
    private final List<Double> logOut = new ArrayList<>();
    private final List<Double> whole = new ArrayList<>();
    private final List<Double> get = new ArrayList<>();
    private final List<Double> portalHandshake = new ArrayList<>();
    private final List<Double> cardHandshake = new ArrayList<>();
    private ServerProcess process;

    @Test
    void measuresCardLogins() throws Exception {
        process = ServerProcess.started("portail");
        Report report = new Report("Card logins, one after the other")
                .line("Java of the server", process.java())
                .line("resident memory before the first login", process.residentMebibytes() + " MiB");
        for (int i = 0; i < WARM_UP; i++) {
            journey();
        }
        for (int i = 0; i < ROUNDS; i++) {
            round();
        }
        List<Double> ratio = IntStream.range(0, ROUNDS)
                .mapToObj(i -> firstPage.get(i) / (portalHandshake.get(i) + cardHandshake.get(i)))
                .toList();
        int logins = WARM_UP + 2 * ROUNDS * LOGINS;
        report.line("rounds of logins, after warm-up", ROUNDS + " x " + LOGINS + ", " + WARM_UP)
                .line("CPU of a login to the first authenticated page", Spread.of(firstPage), "ms")
                .line("CPU of card, profile, phone, bandeau and log-out", Spread.of(whole), "ms")
                .line("  of which log-out", Spread.of(logOut), "ms")
                .line("CPU of a handshake with the portal", Spread.of(portalHandshake), "ms")
                .line("CPU of a handshake with the card endpoint", Spread.of(cardHandshake), "ms")
                .line("CPU of a static GET on a kept connection", Spread.of(get), "ms")
                .line(
                        "login to the first page / the two handshakes",
                        Spread.of(ratio).toString())
                .line(
                        String.format(Locale.ROOT, "resident memory after %,d logins", logins),
                        process.residentMebibytes() + " MiB")
                .print();
    }

    private void round() throws Exception {
        List<CardJourney> open = new ArrayList<>();
        firstPage.add(cpuOfEach(() -> {
            CardJourney journey = new CardJourney(server, card);
            open.add(journey);
            journey.toTheFirstPage();
        }));
        var agents = open.iterator();
        logOut.add(cpuOfEach(() -> {
            try (CardJourney journey = agents.next()) {
                journey.logOut();
            }
        }));
        whole.add(cpuOfEach(this::journey));
        try (CardClient kept = CardClient.keepingConnections(card)) {
            get.add(cpuOfEach(() -> kept.get(server.portal(STATIC))));
        }
        double request = get.get(get.size() - 1);
        try (CardClient fresh = CardClient.withCard(card)) {
            portalHandshake.add(cpuOfEach(() -> fresh.get(server.portal(STATIC))) - request);
            cardHandshake.add(cpuOfEach(() -> fresh.get(server.card(STATIC))) - request);
        }
    }

    private void journey() throws IOException {
        try (CardJourney journey = new CardJourney(server, card)) {
            journey.toTheBandeau(PHONE);
            journey.logOut();
        }
    }

    private double cpuOfEach(Step step) throws Exception {
        double before = process.cpuMillis();
        for (int i = 0; i < LOGINS; i++) {
            step.run();
        }
        return (process.cpuMillis() - before) / LOGINS;
    }

    private interface Step {
        void run() throws Exception;
    }
}

package fr.sisamu.portail.liberty.bench;

import fr.sisamu.portail.liberty.DemonstrationFiles;
import fr.sisamu.portail.liberty.ServerCopy;
import fr.sisamu.portail.liberty.blackbox.CardJourney;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page of a board with two hundred agents on, as the supervisor's browser is sent it each time something changes. */
class BoardPageBench {

    private static final int AGENTS = Integer.getInteger("bench.board.agents", 200);
    private static final int WARM_UP = Integer.getInteger("bench.board.warmup", 100);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final int PAGES = Integer.getInteger("bench.board.pages", 40);

    @Test
    void measuresThePageOfTheBoard() throws Exception {
        ServerCopy portal = ServerCopy.named("portail-board-bench");
        portal.startUntilReady();
        portal.awaitCards();
        try {
            for (int i = 0; i < AGENTS; i++) {
                comeIn(portal);
            }
            measure(portal);
        } finally {
            portal.stop();
        }
    }

    /** Leaves the session open. */
    private static void comeIn(ServerCopy portal) throws IOException {
        try (CardJourney agent = new CardJourney(portal.server(), DemonstrationFiles.card("cpe-arm-auth"))) {
            agent.toTheFirstPage();
        }
    }

    private static void measure(ServerCopy portal) throws Exception {
        ServerProcess process = new ServerProcess(portal.pid());
        List<Double> millis = new ArrayList<>();
        List<Double> slowest = new ArrayList<>();
        List<Double> cpu = new ArrayList<>();
        int length = 0;
        try (CardJourney supervisor = new CardJourney(portal.server(), DemonstrationFiles.card("cpe-superviseur"))) {
            supervisor.toTheFirstPage();
            for (int i = 0; i < WARM_UP; i++) {
                length = board(supervisor).length();
            }
            for (int round = 0; round < ROUNDS; round++) {
                Cost before = process.cpu();
                double[] times = new double[PAGES];
                for (int i = 0; i < PAGES; i++) {
                    long start = System.nanoTime();
                    board(supervisor);
                    times[i] = (System.nanoTime() - start) / 1e6;
                }
                cpu.add(process.cpu().minus(before).dividedBy(PAGES).total());
                Arrays.sort(times);
                millis.add(times[PAGES / 2]);
                slowest.add(times[PAGES - 1]);
            }
        }
        new Report("The board of " + AGENTS + " agents as a page, one after the other")
                .line("Java of the server", process.java())
                .line("rounds of pages, after warm-up", ROUNDS + " x " + PAGES + ", " + WARM_UP)
                .line("ms from the request to the last octet, median of a round", Spread.of(millis), "ms")
                .line("  the slowest of a round", Spread.of(slowest), "ms")
                .line("CPU in ms of a page, all threads", Spread.of(cpu), "ms")
                .line("characters of the page", Integer.toString(length))
                .print();
    }

    private static String board(CardJourney supervisor) throws IOException {
        String page = supervisor.open("/administration/supervision.xhtml");
        if (page.split("<tr role=\"row\"", -1).length < AGENTS + 2) {
            throw new IllegalStateException("not everybody is on the board");
        }
        return page;
    }
}

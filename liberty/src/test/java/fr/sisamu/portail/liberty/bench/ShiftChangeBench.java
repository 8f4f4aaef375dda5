package fr.sisamu.portail.liberty.bench;

import fr.sisamu.portail.liberty.DemonstrationFiles;
import fr.sisamu.portail.liberty.RunningServer;
import fr.sisamu.portail.liberty.blackbox.CardJourney;
import fr.sisamu.portail.liberty.blackbox.CredentialSetup;
import fr.sisamu.portail.liberty.blackbox.OtpJourney;
import fr.sisamu.portail.partners.igc.Card;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * The change of shift: logins by code that arrive at an even pace, whatever became of those before, and one post that logs in
 * by card all the while; the same post alone before and after.
 */
class ShiftChangeBench {

    private static final int ARRIVALS = Integer.getInteger("bench.shift.logins", 200);
    private static final int SECONDS = Integer.getInteger("bench.shift.seconds", 60);
    private static final int ALONE = Integer.getInteger("bench.shift.cards", 100);
    private static final String PASSWORD = "un vieux tracteur bleu sans roues";

    /** One login at a time for each agent, so that a code is never another login's. */
    private static final List<Agent> AGENTS = List.of(
            new Agent("camille.factice", "cps-medecin-auth"),
            new Agent("noe.interne", "cpf-interne-auth"),
            new Agent("olivia.infirmier", "cps-adeli-auth"),
            new Agent("malik.factice", "cps-injection-auth"),
            new Agent("yanis.arm", "cpe-arm2-auth"),
            new Agent("ines.superviseur", "cpe-superviseur"),
            new Agent("hugo.administrateur", "cpe-administrateur"),
            new Agent("sacha.autorise", "cpa-auth"));

    private final RunningServer server = RunningServer.demonstration();
    private final Card card = DemonstrationFiles.card("cpe-arm-auth");

    private record Agent(String name, String card) {

        String number() {
            return "+3361234570" + AGENTS.indexOf(this);
        }
    }

    @Test
    void measuresBothWaysAtOnce() throws Exception {
        for (Agent agent : AGENTS) {
            CredentialSetup.by(server, agent.card(), PASSWORD, agent.number(), agent.name() + "@chu.example");
            logInByCode(agent);
        }
        List<Double> alone = cards(ALONE);
        List<Double> crowded = new ArrayList<>();
        List<Double> codes = new ArrayList<>();
        int lost = 0;
        Map<String, Integer> causes = new TreeMap<>();
        List<ScheduledExecutorService> lanes = AGENTS.stream()
                .map(agent -> Executors.newSingleThreadScheduledExecutor())
                .toList();
        try {
            List<Future<Double>> arrivals = arrivals(lanes);
            while (arrivals.stream().anyMatch(each -> !each.isDone())) {
                crowded.addAll(cards(1));
            }
            for (Future<Double> arrival : arrivals) {
                try {
                    codes.add(arrival.get());
                } catch (ExecutionException e) {
                    lost++;
                    String cause = String.valueOf(e.getCause());
                    causes.merge(cause.substring(0, Math.min(80, cause.length())), 1, Integer::sum);
                }
            }
        } finally {
            lanes.forEach(ScheduledExecutorService::shutdownNow);
        }
        List<Double> after = cards(ALONE);
        double quiet = Math.min(Spread.of(alone).median(), Spread.of(after).median());
        new Report("Change of shift: " + ARRIVALS + " logins by code in " + SECONDS + " s, and a post with a card")
                .line("logins by code that were lost", lost + " of " + ARRIVALS + " " + causes)
                .line("ms from the arrival to the first page, by code", Spread.of(codes), "ms")
                .line("ms of a login by card, alone before", Spread.of(alone), "ms")
                .line("  at the same time (" + crowded.size() + " logins)", Spread.of(crowded), "ms")
                .line("  alone after", Spread.of(after), "ms")
                .line(
                        "median at the same time / alone (the better one)",
                        ratio(Spread.of(crowded).median(), quiet))
                .print();
    }

    private List<Future<Double>> arrivals(List<ScheduledExecutorService> lanes) {
        long begin = System.nanoTime();
        List<Future<Double>> arrivals = new ArrayList<>();
        for (int i = 0; i < ARRIVALS; i++) {
            Agent agent = AGENTS.get(i % AGENTS.size());
            long due = TimeUnit.SECONDS.toNanos(SECONDS) * i / ARRIVALS;
            arrivals.add(lanes.get(i % lanes.size())
                    .schedule(
                            () -> {
                                logInByCode(agent);
                                return (System.nanoTime() - begin - due) / 1e6;
                            },
                            due,
                            TimeUnit.NANOSECONDS));
        }
        return arrivals;
    }

    private void logInByCode(Agent agent) throws IOException {
        try (OtpJourney journey = new OtpJourney(server)) {
            journey.toTheFirstPage(agent.name(), PASSWORD, agent.number());
        }
    }

    private List<Double> cards(int count) throws IOException {
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long begin = System.nanoTime();
            try (CardJourney post = new CardJourney(server, card)) {
                post.toTheFirstPage();
                millis.add((System.nanoTime() - begin) / 1e6);
                post.logOut();
            }
        }
        return millis;
    }

    private static String ratio(double crowded, double quiet) {
        return String.format(Locale.ROOT, "%.2f", crowded / quiet);
    }
}

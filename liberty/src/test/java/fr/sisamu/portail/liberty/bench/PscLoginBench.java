package fr.sisamu.portail.liberty.bench;

import fr.sisamu.portail.liberty.DemonstrationFiles;
import fr.sisamu.portail.liberty.PscSimulator;
import fr.sisamu.portail.liberty.RunningServer;
import fr.sisamu.portail.liberty.ServerCopy;
import fr.sisamu.portail.liberty.blackbox.CardJourney;
import fr.sisamu.portail.liberty.blackbox.PscJourney;
import fr.sisamu.portail.partners.igc.Card;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * Processor time of a portal for each login by Pro Santé Connect, the provider being another process; and card logins while
 * the provider hangs, beside the same without.
 */
class PscLoginBench {

    private static final int WARM_UP = Integer.getInteger("bench.psc.warmup", 200);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final int LOGINS = Integer.getInteger("bench.psc.logins", 100);
    private static final int HANGING = Integer.getInteger("bench.psc.hanging", 20);
    private static final String DOCTOR = "899999000021";

    private final RunningServer provider = RunningServer.demonstration();
    private final PscSimulator simulator = new PscSimulator(provider);
    private final Card card = DemonstrationFiles.card("cpe-arm-auth");

    @Test
    void measuresLoginsByProSanteConnect() throws Exception {
        ServerCopy portal = ServerCopy.named("portail-psc-bench");
        portal.set("portail.url", provider.origin());
        portal.set(
                "portail.prosanteconnect.issuer",
                provider.portal("/partners/psc/auth/realms/esante-wallet").toString());
        portal.startUntilReady();
        try {
            measure(portal);
        } finally {
            simulator.mend();
            portal.stop();
        }
    }

    private void measure(ServerCopy portal) throws Exception {
        ServerProcess process = new ServerProcess(portal.pid());
        List<Cost> logins = new ArrayList<>();
        try (PscJourney agent = new PscJourney(portal.server(), provider)) {
            for (int i = 0; i < WARM_UP; i++) {
                comeAndGo(agent, process);
            }
            for (int round = 0; round < ROUNDS; round++) {
                Cost login = Cost.NONE;
                for (int i = 0; i < LOGINS; i++) {
                    login = login.plus(comeAndGo(agent, process));
                }
                logins.add(login.dividedBy(LOGINS));
            }
        }
        List<Double> calm = new ArrayList<>();
        List<Double> beside = new ArrayList<>();
        cards(new ArrayList<>());
        for (int round = 0; round < ROUNDS; round++) {
            cards(calm);
            besideHangingLogins(beside);
        }
        new Report("Logins by Pro Santé Connect, one after the other; the provider is another process")
                .line("Java of the server", process.java())
                .line("rounds of logins, after warm-up", ROUNDS + " x " + LOGINS + ", " + WARM_UP)
                .line(
                        "CPU in ms of a login to the first page, all threads",
                        Spread.of(logins.stream().map(Cost::total).toList()),
                        "ms")
                .line(
                        "  all but Java's compilers",
                        Spread.of(logins.stream().map(Cost::work).toList()),
                        "ms")
                .line("ms of a card login to the first page", Spread.of(calm), "ms")
                .line("  with " + HANGING + " logins hanging at the provider", Spread.of(beside), "ms")
                .print();
    }

    /** What the login costs; the session, which is closed at the provider too, is gone before the next one begins. */
    private static Cost comeAndGo(PscJourney agent, ServerProcess process) throws IOException {
        Cost before = process.cpu();
        agent.toTheFirstPage(DOCTOR);
        Cost login = process.cpu().minus(before);
        agent.arrive(agent.pass(PscJourney.onward(agent.logOut())));
        return login;
    }

    /** Milliseconds of each of some card logins. */
    private void cards(List<Double> millis) throws IOException {
        for (int i = 0; i < LOGINS / ROUNDS; i++) {
            try (CardJourney journey = new CardJourney(provider, card)) {
                long begin = System.nanoTime();
                journey.toTheFirstPage();
                millis.add((System.nanoTime() - begin) / 1e6);
                journey.logOut();
            }
        }
    }

    /** The same while as many logins wait for a token that does not come. */
    private void besideHangingLogins(List<Double> millis) throws Exception {
        ExecutorService agents = Executors.newFixedThreadPool(HANGING);
        List<PscJourney> journeys = new ArrayList<>();
        List<URI> backs = new ArrayList<>();
        List<Future<String>> hanging = new ArrayList<>();
        try {
            for (int i = 0; i < HANGING; i++) {
                PscJourney agent = new PscJourney(provider);
                journeys.add(agent);
                backs.add(agent.decide(agent.depart(), DOCTOR, "APPROVE"));
            }
            simulator.spoil("TOKEN", "HANG", HANGING);
            for (int i = 0; i < HANGING; i++) {
                PscJourney agent = journeys.get(i);
                URI back = backs.get(i);
                hanging.add(agents.submit(() -> agent.arrive(back)));
            }
            cards(millis);
            for (Future<String> each : hanging) {
                each.get();
            }
        } finally {
            agents.shutdown();
            simulator.mend();
            for (PscJourney journey : journeys) {
                journey.close();
            }
        }
    }
}

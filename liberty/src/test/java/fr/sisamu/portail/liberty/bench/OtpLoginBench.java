package fr.sisamu.portail.liberty.bench;

import fr.sisamu.portail.liberty.Outbox;
import fr.sisamu.portail.liberty.RunningServer;
import fr.sisamu.portail.liberty.blackbox.CredentialSetup;
import fr.sisamu.portail.liberty.blackbox.OtpJourney;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.junit.jupiter.api.Test;

/** Processor time of the server for each login by code, beside that of the bare hash measured in the same rounds. */
class OtpLoginBench {

    private static final int WARM_UP = Integer.getInteger("bench.otp.warmup", 100);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final int LOGINS = Integer.getInteger("bench.otp.logins", 50);
    private static final String AGENT = "camille.factice";
    private static final String PASSWORD = "un vieux tracteur bleu sans roues";
    private static final String NUMBER = "+33612345690";

    private final RunningServer server = RunningServer.demonstration();
    private final Outbox outbox = new Outbox(server);
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private long last;

    @Test
    void measuresLoginsByCode() throws Exception {
        CredentialSetup.by(server, "cps-medecin-auth", PASSWORD, NUMBER, "bench@chu.example");
        ServerProcess process = ServerProcess.started("portail");
        for (int i = 0; i < WARM_UP; i++) {
            logIn();
            hash();
        }
        List<Cost> logins = new ArrayList<>();
        List<Double> looks = new ArrayList<>();
        List<Double> hashes = new ArrayList<>();
        List<Double> handed = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            Cost before = process.cpu();
            for (int j = 0; j < LOGINS; j++) {
                handed.add(logIn());
            }
            logins.add(process.cpu().minus(before).dividedBy(LOGINS));
            before = process.cpu();
            for (int j = 0; j < LOGINS; j++) {
                outbox.newestAfter(NUMBER, 0);
            }
            looks.add(process.cpu().minus(before).dividedBy(LOGINS).work());
            long begin = threads.getCurrentThreadCpuTime();
            for (int j = 0; j < LOGINS; j++) {
                hash();
            }
            hashes.add((threads.getCurrentThreadCpuTime() - begin) / 1e6 / LOGINS);
        }
        new Report("Logins by identifier, password and code, one after the other")
                .line("Java of the server", process.java())
                .line("rounds of logins, after warm-up", ROUNDS + " x " + LOGINS + ", " + WARM_UP)
                .line(
                        "CPU in ms of a login, all threads",
                        Spread.of(logins.stream().map(Cost::total).toList()),
                        "ms")
                .line(
                        "  all but Java's compilers",
                        Spread.of(logins.stream().map(Cost::work).toList()),
                        "ms")
                .line("  of which one look into the simulated outbox", Spread.of(looks), "ms")
                .line("CPU in ms of the bare hash (m=19456, t=2, p=1)", Spread.of(hashes), "ms")
                .line("ms from the password to the code in the SMS centre", Spread.of(handed), "ms")
                .print();
    }

    /** Milliseconds from the post of the password until the code stands in the outbox. */
    private double logIn() throws IOException {
        try (OtpJourney agent = new OtpJourney(server)) {
            agent.get("/otp.xhtml");
            long begin = System.nanoTime();
            agent.claim(AGENT, PASSWORD);
            Outbox.Newest newest = outbox.newestAfter(NUMBER, last);
            double millis = (System.nanoTime() - begin) / 1e6;
            last = newest.id();
            if (agent.answer(newest.code()).status() != 303) {
                throw new IllegalStateException("the code was refused");
            }
            return millis;
        }
    }

    private static void hash() {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(19456)
                .withIterations(2)
                .withParallelism(1)
                .withSalt(new byte[16])
                .build());
        generator.generateBytes(PASSWORD.getBytes(StandardCharsets.UTF_8), new byte[32]);
    }
}

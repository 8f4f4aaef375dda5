package fr.sisamu.portail.liberty.bench;

import fr.sisamu.portail.liberty.DemonstrationFiles;
import fr.sisamu.portail.liberty.RunningServer;
import fr.sisamu.portail.liberty.blackbox.CardClient;
import fr.sisamu.portail.liberty.blackbox.CardJourney;
import fr.sisamu.portail.liberty.blackbox.CredentialSetup;
import fr.sisamu.portail.liberty.blackbox.OtpJourney;
import fr.sisamu.portail.liberty.blackbox.Wire;
import fr.sisamu.portail.partners.igc.Card;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;
import org.junit.jupiter.api.Test;

/**
 * Good logins beside a thousand connections that send a little now and then: half a handshake, headers without an end,
 * a body octet by octet; from one address and from many. And what it costs a good form that it is read before anybody
 * looks at it.
 */
class SlowConnectionsBench {

    private static final int SLOW = Integer.getInteger("bench.slow", 1_000);
    private static final int SECONDS = Integer.getInteger("bench.slow.seconds", 30);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final int FORMS = Integer.getInteger("bench.forms", 400);
    private static final int EVERY = 4;
    private static final int SOURCES = 200;
    private static final String AGENT = "camille.factice";
    private static final String PASSWORD = "un vieux tracteur bleu sans roues";
    private static final String NUMBER = "+33612345690";

    /** The first octets of a TLS record that announces five hundred more. */
    private static final byte[] HALF_A_HELLO = {0x16, 3, 1, 2, 0, 1, 0, 1, (byte) 0xfc, 3, 3};

    private final RunningServer server = RunningServer.demonstration();
    private final Card card = DemonstrationFiles.card("cpe-arm-auth");

    private enum Kind {
        NONE,
        HANDSHAKE,
        HEADERS,
        BODY
    }

    /** A slow connection: what it sends every few seconds, and how it is closed. */
    private interface Slow extends AutoCloseable {
        void drip() throws IOException;

        @Override
        void close() throws IOException;
    }

    @Test
    void measuresLoginsBesideSlowConnections() throws Exception {
        CredentialSetup.by(server, "cps-medecin-auth", PASSWORD, NUMBER, "bench@chu.example");
        logins();
        Report report = new Report("Logins beside " + SLOW + " slow connections, " + SECONDS + " s each");
        ServerProcess process = ServerProcess.started("portail");
        report.line("Java of the server", process.java());
        for (Kind kind : Kind.values()) {
            for (boolean many : kind == Kind.NONE ? new boolean[] {false} : new boolean[] {false, true}) {
                measure(report, process, kind, many);
            }
        }
        report.print();
    }

    private void measure(Report report, ServerProcess process, Kind kind, boolean many) throws Exception {
        long heap = process.usedHeapMebibytes();
        long resident = process.residentMebibytes();
        List<Slow> slow = Collections.synchronizedList(new ArrayList<>());
        AtomicInteger renewed = new AtomicInteger();
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        try {
            for (int i = 0; kind != Kind.NONE && i < SLOW; i++) {
                slow.add(open(kind, source(many, i)));
            }
            Future<?> dripping =
                    clock.scheduleWithFixedDelay(() -> drip(slow, kind, many, renewed), EVERY, EVERY, TimeUnit.SECONDS);
            Outcome cards = new Outcome();
            Outcome codes = new Outcome();
            ExecutorService good = Executors.newFixedThreadPool(2);
            Future<?> byCard = good.submit(() -> cards.repeat(this::logInByCard));
            Future<?> byCode = good.submit(() -> codes.repeat(this::logInByCode));
            byCard.get();
            byCode.get();
            good.shutdown();
            dripping.cancel(false);
            String name = kind == Kind.NONE
                    ? "nobody slow"
                    : kind + (many ? " from " + SOURCES + " addresses" : " from one address");
            report.line(name + ": by card", cards.toString())
                    .line("  by code", codes.toString())
                    .line("  slow ones that were hung up on and came again", Integer.toString(renewed.get()))
                    .line(
                            "  MiB of heap in use, before and with them",
                            heap + " and " + process.usedHeapMebibytes() + "; resident " + resident + " and "
                                    + process.residentMebibytes());
        } finally {
            clock.shutdownNow();
            clock.awaitTermination(1, TimeUnit.MINUTES);
            for (Slow each : slow) {
                each.close();
            }
        }
    }

    private static InetAddress source(boolean many, int i) throws IOException {
        return many
                ? InetAddress.getByAddress(new byte[] {127, 0, 1, (byte) (1 + i % SOURCES)})
                : InetAddress.getLoopbackAddress();
    }

    private void drip(List<Slow> slow, Kind kind, boolean many, AtomicInteger renewed) {
        for (int i = 0; i < slow.size() && !Thread.currentThread().isInterrupted(); i++) {
            try {
                slow.get(i).drip();
            } catch (IOException hungUp) {
                try {
                    slow.get(i).close();
                    slow.set(i, open(kind, source(many, i)));
                    renewed.incrementAndGet();
                } catch (IOException refused) {
                    // tried again in the next round
                }
            }
        }
    }

    private Slow open(Kind kind, InetAddress source) throws IOException {
        if (kind == Kind.HANDSHAKE) {
            Socket socket = new Socket();
            socket.bind(new InetSocketAddress(source, 0));
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.portalPort()), 5_000);
            socket.getOutputStream().write(HALF_A_HELLO);
            return new Slow() {
                @Override
                public void drip() throws IOException {
                    socket.getOutputStream().write(0);
                }

                @Override
                public void close() throws IOException {
                    socket.close();
                }
            };
        }
        int port = server.portalPort();
        String begin = "POST /otp.xhtml HTTP/1.1\r\nHost: localhost:" + port + "\r\nOrigin: " + server.origin()
                + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n";
        Wire wire = Wire.from(source, port).send(kind == Kind.HEADERS ? begin + "X: x" : begin + "\r\na=b");
        return new Slow() {
            @Override
            public void drip() throws IOException {
                wire.send("x");
            }

            @Override
            public void close() throws IOException {
                wire.close();
            }
        };
    }

    private void logins() throws IOException {
        for (int i = 0; i < 20; i++) {
            logInByCard();
            logInByCode();
        }
    }

    private void logInByCard() throws IOException {
        try (CardJourney journey = new CardJourney(server, card)) {
            journey.toTheFirstPage();
            journey.logOut();
        }
    }

    private void logInByCode() throws IOException {
        try (OtpJourney journey = new OtpJourney(server)) {
            journey.toTheFirstPage(AGENT, PASSWORD, NUMBER);
        }
    }

    private interface Login {
        void run() throws IOException;
    }

    /** How long each took, and how many were lost. */
    private static final class Outcome {

        private final List<Double> millis = new ArrayList<>();
        private int failed;

        void repeat(Login login) {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
            while (System.nanoTime() < end) {
                long begin = System.nanoTime();
                try {
                    login.run();
                    millis.add((System.nanoTime() - begin) / 1e6);
                } catch (IOException | RuntimeException lost) {
                    failed++;
                }
            }
        }

        @Override
        public String toString() {
            List<Double> sorted = millis.stream().sorted().toList();
            int all = sorted.size() + failed;
            return sorted.isEmpty()
                    ? failed + " lost of " + all
                    : String.format(
                            Locale.ROOT,
                            "%d lost of %d (%.1f %%); p50 %.0f ms, p95 %.0f ms",
                            failed,
                            all,
                            100.0 * failed / all,
                            sorted.get(sorted.size() / 2),
                            sorted.get(sorted.size() * 95 / 100));
        }
    }

    /** The same ticket that nobody has, once in a form and once in the address of a request without a body. */
    @Test
    void measuresWhatReadingAFormCosts() throws Exception {
        ServerProcess process = ServerProcess.started("portail");
        List<Double> inForm = new ArrayList<>();
        List<Double> inAddress = new ArrayList<>();
        try (CardClient browser = CardClient.keepingConnections(card)) {
            for (int i = 0; i < ROUNDS + 2; i++) {
                double form = cpu(process, browser, true);
                double address = cpu(process, browser, false);
                if (i >= 2) {
                    inForm.add(form);
                    inAddress.add(address);
                }
            }
        }
        List<Double> difference = IntStream.range(0, ROUNDS)
                .mapToObj(i -> inForm.get(i) - inAddress.get(i))
                .toList();
        new Report("Processor time of the server for a request, its field in a form and in the address")
                .line("Java of the server", process.java())
                .line("rounds of requests, after two", ROUNDS + " x " + FORMS)
                .line("POST with a form", Spread.of(inForm), "ms")
                .line("POST without a body", Spread.of(inAddress), "ms")
                .line("difference; a login by card posts two forms, one by code two", Spread.of(difference), "ms")
                .print();
    }

    private double cpu(ServerProcess process, CardClient browser, boolean inForm) throws IOException {
        Cost before = process.cpu();
        for (int i = 0; i < FORMS; i++) {
            if (inForm) {
                browser.post(server.portal("/card/login"), server.origin(), Map.of("ticket", "nobodys-ticket"));
            } else {
                browser.send(ClassicRequestBuilder.post(server.portal("/card/login?ticket=nobodys-ticket"))
                        .addHeader("Origin", server.origin())
                        .build());
            }
        }
        return process.cpu().minus(before).dividedBy(FORMS).work();
    }
}

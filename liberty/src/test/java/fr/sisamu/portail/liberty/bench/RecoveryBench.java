package fr.sisamu.portail.liberty.bench;

import fr.sisamu.portail.liberty.ServerCopy;
import fr.sisamu.portail.liberty.blackbox.CredentialSetup;
import fr.sisamu.portail.liberty.blackbox.OtpJourney;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Whether the time of an answer says that an identifier exists: requests for a known one with a channel and for one that
 * nobody has, in turn, on one kept connection.
 */
class RecoveryBench {

    private static final int WARM_UP = Integer.getInteger("bench.recovery.warmup", 500);
    private static final int PAIRS = Integer.getInteger("bench.recovery.pairs", 2000);
    private static final String KNOWN = "camille.factice";
    private static final String NOBODY = "camille.fictive";
    private static final String MANY = "1000000";

    private interface Request {

        void send(OtpJourney browser, String identifier) throws IOException;
    }

    @Test
    void measuresAnswersForSomebodyAndForNobody() throws Exception {
        ServerCopy copy = ServerCopy.named("portail-recovery");
        for (String key : List.of("free-tries", "account-tries", "address-tries")) {
            copy.set("portail.throttle." + key, MANY);
        }
        copy.set("portail.otp.recoveries-per-day", MANY);
        copy.startUntilReady();
        copy.awaitCards();
        try (OtpJourney browser = new OtpJourney(copy.server())) {
            CredentialSetup.by(
                    copy.server(), "cps-medecin-auth", "un vieux tracteur bleu", "+33612345690", "bench@chu.example");
            Report report = new Report("The answer for an identifier that exists, and for one that does not")
                    .line("pairs of requests, after warm-up", PAIRS + ", " + WARM_UP);
            Map<String, Request> requests = new TreeMap<>(Map.of(
                    "forgotten password, asked", RecoveryBench::ask,
                    "forgotten password, asked, answered wrong", RecoveryBench::askAndAnswer,
                    "emergency secret, wrong", RecoveryBench::emergency));
            for (Map.Entry<String, Request> each : requests.entrySet()) {
                measure(report, each.getKey(), each.getValue(), browser);
            }
            report.print();
        } finally {
            copy.stop();
        }
    }

    private static void measure(Report report, String what, Request request, OtpJourney browser) throws IOException {
        List<Double> known = new ArrayList<>();
        List<Double> nobody = new ArrayList<>();
        List<Double> apart = new ArrayList<>();
        for (int i = -WARM_UP; i < PAIRS; i++) {
            boolean first = i % 2 == 0; // neither is always the one that comes after the other
            double one = millis(request, browser, first ? KNOWN : NOBODY);
            double other = millis(request, browser, first ? NOBODY : KNOWN);
            if (i >= 0) {
                known.add(first ? one : other);
                nobody.add(first ? other : one);
                apart.add(first ? one - other : other - one);
            }
        }
        report.line(what + ": known", Spread.of(known), "ms")
                .line(what + ": unknown", Spread.of(nobody), "ms")
                .line("  known less unknown, in pairs", Spread.of(apart), "ms");
    }

    private static double millis(Request request, OtpJourney browser, String identifier) throws IOException {
        browser.get("/forgotten.xhtml?restart=1"); // else the page asks for a code and hears nothing else
        long begin = System.nanoTime();
        request.send(browser, identifier);
        return (System.nanoTime() - begin) / 1e6;
    }

    private static void ask(OtpJourney browser, String identifier) throws IOException {
        submit(browser, "/forgotten.xhtml", "forgotten", "begin", "identifier", identifier, "kind", "SMS");
    }

    private static void askAndAnswer(OtpJourney browser, String identifier) throws IOException {
        ask(browser, identifier);
        submit(browser, "/forgotten.xhtml", "forgotten", "answer", "code", "000000");
    }

    private static void emergency(OtpJourney browser, String identifier) throws IOException {
        submit(browser, "/secours.xhtml", "claim", "validate", "identifier", identifier, "secret", "AAAAA-AAAAA");
    }

    private static void submit(OtpJourney browser, String page, String form, String button, String... fields)
            throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        values.put(form + "_SUBMIT", "1");
        values.put("jakarta.faces.ViewState", "stateless");
        values.put(button, button);
        for (int i = 0; i < fields.length; i += 2) {
            values.put(fields[i], fields[i + 1]);
        }
        if (browser.submit(page, values).status() >= 400) {
            throw new IllegalStateException("a request that a page does not send");
        }
    }
}

package fr.sisamu.portail.liberty.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.liberty.DemonstrationFiles;
import fr.sisamu.portail.liberty.Outbox;
import fr.sisamu.portail.liberty.RunSecrets;
import fr.sisamu.portail.liberty.ServerCopy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Many passwords at once on a server that takes them one by one, and slowly: the pages say so, and everybody is served. */
class PasswordQueueIT {

    private static final int AGENTS = 24;
    private static final int CROWD = 60;
    private static final String OLD = "un vieux tracteur bleu sans roues";
    private static final String NEW = "deux grenouilles sifflent un tango";
    private static final String NUMBER = "+33612345686";
    private static final String REFUSED = "Trop de connexions en cours. Rien n’est perdu";

    private static ServerCopy copy;
    private static Outbox outbox;

    @BeforeAll
    static void start() throws IOException {
        copy = ServerCopy.named("portail-queue");
        copy.set("password.threads", "1");
        copy.set("portail.password.iterations", "12");
        copy.set("portail.throttle.sites", "127.0.0.0/8");
        copy.startUntilReady();
        copy.awaitCards();
        outbox = new Outbox(copy.server());
    }

    @AfterAll
    static void stop() throws IOException, InterruptedException {
        copy.stop();
    }

    @Test
    void saysThatManyLogInAndAnswersEachInTheEndWhileCardsComeIn() throws Exception {
        ExecutorService browsers = Executors.newFixedThreadPool(AGENTS);
        try {
            List<Future<Boolean>> waited = new ArrayList<>();
            for (int i = 0; i < AGENTS; i++) {
                String name = "agent.n" + i;
                waited.add(browsers.submit(() -> waits(name)));
            }
            awaitHealth("\"waiting\":");
            try (CardJourney arm = new CardJourney(copy.server(), DemonstrationFiles.card("cpe-arm-auth"))) {
                arm.toTheBandeau("4101");
            }
            int queued = 0;
            for (Future<Boolean> each : waited) {
                queued += each.get() ? 1 : 0;
            }
            assertThat(queued).as("agents who were told to wait").isPositive();
        } finally {
            browsers.shutdownNow();
        }
        awaitHealth("\"waiting\":0");
    }

    @Test
    void setsNoPasswordThatItRefusedToSet() throws Exception {
        CredentialSetup.by(copy.server(), "cpa-auth", OLD, NUMBER, "sacha@chu.example");
        ExecutorService browsers = Executors.newFixedThreadPool(CROWD);
        try (CardJourney agent = new CardJourney(copy.server(), DemonstrationFiles.card("cpa-auth"));
                OtpJourney forgetful = new OtpJourney(copy.server());
                OtpJourney undecided = new OtpJourney(copy.server())) {
            agent.toTheFirstPage();
            proveForgotten(forgetful);
            int messages = outbox.count(NUMBER);
            for (int i = 0; i < CROWD; i++) {
                String name = "agent.c" + i;
                browsers.execute(() -> claimAndLeave(name));
            }
            awaitCrowd();

            Answer changed = agent.submit("/password.xhtml", choice("change", "validate"));
            Answer replaced = forgetful.submit("/forgotten.xhtml", choice("forgotten", "choose"));
            Answer claimed = undecided.claim("sacha.autorise", OLD);
            assertThat(undecided.get("/otp.xhtml").body()).contains("id=\"waiting\"");
            assertThat(undecided.giveUpWaiting().header("Location")).contains("/login.xhtml");

            assertThat(changed.body()).contains(REFUSED);
            assertThat(replaced.body()).contains(REFUSED);
            assertThat(claimed.status()).isEqualTo(303);
            awaitHealth("\"waiting\":0");
            assertThat(outbox.count(NUMBER)).as("codes and notices since").isEqualTo(messages);
            assertThat(claim(undecided, NEW).body()).contains("Identifiant ou mot de passe incorrect");
            assertThat(claim(undecided, OLD).header("Location")).contains("/otp-code.xhtml");
            assertThat(agent.open("/administration/trace.jsonl?login=sacha.autorise&kind=PASSWORD_CHANGED")
                            .lines()
                            .filter(row -> !row.contains("RECOVERY_ASKED")))
                    .as("the first one alone was set")
                    .singleElement()
                    .asString()
                    .contains("\"SET\"");

            assertThat(forgetful
                            .submit("/forgotten.xhtml", choice("forgotten", "choose"))
                            .status())
                    .as("nothing is lost")
                    .isEqualTo(303);
            assertThat(claim(undecided, OLD).body()).contains("Identifiant ou mot de passe incorrect");
        } finally {
            browsers.shutdownNow();
        }
    }

    private static void proveForgotten(OtpJourney forgetful) throws IOException {
        int before = outbox.count(NUMBER);
        Forms.expect(
                303,
                forgetful.submit(
                        "/forgotten.xhtml", form("forgotten", "begin", "identifier", "sacha.autorise", "kind", "SMS")));
        String code = outbox.nextCode(NUMBER, before);
        Forms.expect(303, forgetful.submit("/forgotten.xhtml", form("forgotten", "answer", "code", code)));
    }

    private static Map<String, String> choice(String id, String button) {
        return form(id, button, "password", NEW, "again", NEW);
    }

    private static Map<String, String> form(String id, String button, String... fields) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put(id + "_SUBMIT", "1");
        form.put("jakarta.faces.ViewState", "stateless");
        form.put(button, button);
        for (int i = 0; i < fields.length; i += 2) {
            form.put(fields[i], RunSecrets.keep(fields[i + 1]));
        }
        return form;
    }

    private static Answer claim(OtpJourney agent, String password) throws IOException {
        return agent.awaitTurn(agent.claim("sacha.autorise", password));
    }

    private static void awaitCrowd() {
        Pattern waiting = Pattern.compile("\"waiting\":(\\d+)");
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        int most = 0;
        while (most < CROWD / 2) {
            Matcher number = waiting.matcher(copy.ready());
            most = number.find() ? Integer.parseInt(number.group(1)) : 0;
            assertThat(System.nanoTime()).as("%s wait", most).isLessThan(end);
        }
    }

    private static void claimAndLeave(String name) {
        try (OtpJourney agent = new OtpJourney(copy.server())) {
            agent.claim(name, "not a password at all");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Logs in under a name that nobody has, and waits as the page says; true if it had to. */
    private static boolean waits(String name) throws IOException {
        try (OtpJourney agent = new OtpJourney(copy.server())) {
            Answer answer = agent.claim(name, "not a password at all");
            boolean queued = answer.status() == 303;
            while (answer.status() == 303 || answer.body().contains("Beaucoup de connexions en cours")) {
                answer = agent.get("/otp.xhtml");
            }
            assertThat(answer.body()).contains("Identifiant ou mot de passe incorrect");
            return queued;
        }
    }

    private static void awaitHealth(String words) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!copy.ready().contains(words)) {
            assertThat(System.nanoTime())
                    .as("« %s » in %s", words, copy.ready())
                    .isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}

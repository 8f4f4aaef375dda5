package fr.sisamu.portail.liberty.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.liberty.DemonstrationFiles;
import fr.sisamu.portail.liberty.Outbox;
import fr.sisamu.portail.liberty.PscSimulator;
import fr.sisamu.portail.liberty.RunSecrets;
import fr.sisamu.portail.liberty.ServerCopy;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * By what a browser was given to come in by, nobody comes in who reads the database, the trace, its exports or a log: they
 * hold digests alone. Somebody comes in by each way, and every value that a browser ever got is looked for everywhere.
 */
class StoreSecrecyIT {

    private static final String PASSWORD = "un vieux tracteur bleu sans roues";
    private static final String RECOVERED = "deux grenouilles sifflent un tango";
    private static final String NUMBER = "+33612345687";
    private static final String ADDRESS = "sacha.secret@chu.example";
    private static final String RPPS = "899999000021";

    /** What is no secret of a browser: codes lie in the telephone, and channels must be stored to be reached. */
    private static final Pattern KNOWN_TO_THE_PORTAL = Pattern.compile("\\d{6}|\\+33\\d+|.*@chu\\.example");

    private static final Pattern EMERGENCY_FORM =
            Pattern.compile("<form(?:(?!</form>).)*name=\"reason\".*?</form>", Pattern.DOTALL);
    private static final Pattern EMERGENCY_SECRET = Pattern.compile("id=\"emergency-secret\">([^<]+)<");
    private static final Pattern SUBMIT = Pattern.compile(
            "<input[^>]*name=\"([^\"]*)\"[^>]*open-emergency|" + "<input(?=[^>]*open-emergency)[^>]*name=\"([^\"]*)\"");
    private static final Pattern DIGITS = Pattern.compile("id=\"digits\"[^>]*>\\s*(\\d\\d)");
    private static final Pattern PUSH =
            Pattern.compile("class=\"digits\">(\\d\\d)<.*?name=\"id\" value=\"([^\"]+)\"", Pattern.DOTALL);

    private static DatabaseServer database;
    private static ServerCopy copy;
    private static Path journal;

    private final Set<String> before = new TreeSet<>();

    @BeforeAll
    static void start() throws Exception {
        database = new DatabaseServer();
        database.start();
        copy = ServerCopy.named("portail-secrecy");
        journal = copy.directory().resolve("journal.jsonl");
        copy.set("db.url", database.address());
        copy.set("portail.journal.file", journal.toString());
        copy.startUntilReady();
        copy.awaitCards();
    }

    @AfterAll
    static void stop() throws Exception {
        copy.stop();
        database.stop();
    }

    @Test
    void keepsNothingByWhichSomebodyElseCouldComeIn() throws Exception {
        before.addAll(RunSecrets.all());
        comeInByCard();
        comeInByCode();
        comeInByProSanteConnect();
        comeInByTheirECps();
        comeInByAnEmergencyAccess();

        Set<String> secrets = RunSecrets.all();
        secrets.removeAll(before);
        secrets.addAll(List.of(PASSWORD, RECOVERED));
        secrets.removeIf(KNOWN_TO_THE_PORTAL.asMatchPredicate());
        assertThat(secrets.stream().filter(secret -> secret.length() == 43).count())
                .as("cookies and tickets")
                .isGreaterThan(12);

        Map<String, String> found = new TreeMap<>();
        for (Map.Entry<String, List<String>> place : places().entrySet()) {
            assertThat(place.getValue()).as(place.getKey()).isNotEmpty();
            for (String line : place.getValue()) {
                secrets.stream()
                        .filter(line::contains)
                        .forEach(secret -> found.put(
                                place.getKey() + " holds " + secret.substring(0, 4) + "…",
                                line.substring(0, Math.min(60, line.length()))));
            }
        }
        assertThat(found).isEmpty();
    }

    private static void comeInByCard() throws IOException {
        CredentialSetup.by(copy.server(), "cpa-auth", PASSWORD, NUMBER, ADDRESS);
        try (CardJourney arm = new CardJourney(copy.server(), DemonstrationFiles.card("cpe-arm-auth"))) {
            arm.toTheBandeau("4101");
        }
    }

    private static void comeInByCode() throws IOException {
        try (OtpJourney agent = new OtpJourney(copy.server())) {
            agent.toTheFirstPage("sacha.autorise", PASSWORD, NUMBER);
            agent.claim("sacha.autorise", "pas le bon mot de passe");
        }
        Outbox outbox = new Outbox(copy.server());
        try (OtpJourney forgetful = new OtpJourney(copy.server())) {
            int messages = outbox.count(NUMBER);
            forgetful.submit(
                    "/forgotten.xhtml", form("forgotten", "begin", "identifier", "sacha.autorise", "kind", "SMS"));
            String code = outbox.nextCode(NUMBER, messages);
            Forms.expect(303, forgetful.submit("/forgotten.xhtml", form("forgotten", "answer", "code", code)));
            Forms.expect(
                    303,
                    forgetful.submit(
                            "/forgotten.xhtml",
                            form("forgotten", "choose", "password", RECOVERED, "again", RECOVERED)));
        }
    }

    private static void comeInByProSanteConnect() throws IOException {
        try (PscJourney agent = new PscJourney(copy.server())) {
            URI page = keepQuery(agent.depart());
            URI back = keepQuery(agent.decide(page, RPPS, "APPROVE"));
            assertThat(agent.arrive(back)).isEqualTo("/next");
            agent.depart();
        }
        try (PscJourney refused = new PscJourney(copy.server())) {
            refused.arrive(refused.decide(refused.depart(), RPPS, "REFUSE"));
            refused.refusal();
        }
    }

    /** State, nonce and code, which browsers carry in addresses. */
    private static URI keepQuery(URI address) {
        for (String parameter : address.getRawQuery().split("&", -1)) {
            if (parameter.matches("(state|nonce|code|code_challenge)=.*")) {
                RunSecrets.keep(parameter.substring(parameter.indexOf('=') + 1));
            }
        }
        return address;
    }

    private static void comeInByTheirECps() throws IOException {
        PscSimulator simulator = new PscSimulator(copy.server());
        try (OtpJourney agent = new OtpJourney(copy.server())) {
            Map<String, String> form = new LinkedHashMap<>(
                    Forms.hidden(agent.get("/psc-direct.xhtml").body()));
            form.put("identifier", RPPS);
            form.put("validate", "validate");
            Forms.expect(303, agent.submit("/psc-direct.xhtml", form));
            Matcher digits = found(DIGITS, agent.get("/psc-direct.xhtml").body());
            String id = PUSH.matcher(simulator.telephone())
                    .results()
                    .filter(push -> push.group(1).equals(digits.group(1)))
                    .map(push -> push.group(2))
                    .findFirst()
                    .orElseThrow();
            simulator.decide(id, "APPROVE");
            awaitSession(agent);
        }
    }

    private static void awaitSession(OtpJourney agent) throws IOException {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (agent.get("/psc-direct.xhtml").status() == 200) {
            assertThat(System.nanoTime()).isLessThan(end);
            LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
        }
        assertThat(agent.get("/next").header("Location")).isNotEqualTo(Optional.of("/login.xhtml"));
    }

    private static void comeInByAnEmergencyAccess() throws Exception {
        String unit =
                database.texts("select min(id) from unit where code = 'FR770'").get(0);
        String page = "/administration/supervision-agent.xhtml?unit=" + unit + "&login=marie.martin";
        String secret;
        try (CardJourney supervisor = new CardJourney(copy.server(), DemonstrationFiles.card("cpe-superviseur"))) {
            supervisor.toTheFirstPage();
            String opening = found(EMERGENCY_FORM, supervisor.open(page)).group();
            Map<String, String> form = new LinkedHashMap<>(Forms.hidden(opening));
            form.put("reason", "Carte oubliée, réseau en panne");
            form.put("hours", "2");
            Matcher button = found(SUBMIT, opening);
            form.put(button.group(1) == null ? button.group(2) : button.group(1), "open");
            String opened = Forms.expect(200, supervisor.submit("/administration/supervision-agent.xhtml", form))
                    .body();
            secret = RunSecrets.keep(found(EMERGENCY_SECRET, opened).group(1).strip());
        }
        try (OtpJourney agent = new OtpJourney(copy.server())) {
            Map<String, String> form =
                    new LinkedHashMap<>(Forms.hidden(agent.get("/secours.xhtml").body()));
            form.put("identifier", "marie.martin");
            form.put("secret", secret);
            form.put("validate", "validate");
            Forms.expect(303, agent.submit("/secours.xhtml", form));
        }
    }

    /** Wherever the portal writes, line by line. */
    private static Map<String, List<String>> places() throws Exception {
        Map<String, List<String>> places = new TreeMap<>();
        places.put("the database", database.texts("script"));
        try (CardJourney auditor = new CardJourney(copy.server(), DemonstrationFiles.card("cpa-auth"))) {
            auditor.toTheFirstPage();
            for (String export : List.of("trace.csv", "trace.jsonl")) {
                String rows = auditor.open("/administration/" + export + "?from=2020-01-01");
                assertThat(rows).contains("BREAK_GLASS", "PRO_SANTE_CONNECT", "OTP", "CARD");
                places.put(export, rows.lines().toList());
            }
        }
        places.put("the journal", lines(journal));
        try (Stream<Path> files = Files.walk(copy.directory().resolve("logs"))) {
            List<String> logs = new ArrayList<>();
            for (Path log : files.filter(Files::isRegularFile).toList()) {
                logs.addAll(lines(log));
            }
            places.put("the logs", logs);
        }
        places.put("what is printed", lines(copy.directory().resolve("run.log")));
        return places;
    }

    private static List<String> lines(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.ISO_8859_1).lines().toList();
    }

    private static Map<String, String> form(String id, String button, String... fields) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put(id + "_SUBMIT", "1");
        form.put("jakarta.faces.ViewState", "stateless");
        form.put(button, button);
        for (int i = 0; i < fields.length; i += 2) {
            form.put(fields[i], fields[i + 1]);
        }
        return form;
    }

    private static Matcher found(Pattern pattern, String page) {
        Matcher matcher = pattern.matcher(page);
        if (!matcher.find()) {
            throw new AssertionError("no " + pattern + " in " + page);
        }
        return matcher;
    }
}

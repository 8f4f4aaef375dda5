package fr.sisamu.portail.liberty.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.liberty.DemonstrationFiles;
import fr.sisamu.portail.liberty.RunSecrets;
import fr.sisamu.portail.liberty.RunningServer;
import fr.sisamu.portail.liberty.blackbox.Scrape.Series;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The figures of the running portal. */
class MetricsIT {

    private static final RunningServer SERVER = RunningServer.demonstration();
    private static final Monitoring MONITORING = new Monitoring(SERVER);
    private static final String ATTEMPTS = "portail_login_attempts_total";

    /** The demonstration has no copy of its trace; TraceGaugesTest looks at these. */
    private static final String OF_COPIES = "portail_trace_sink_";

    /** Every label of ours, and how its values look: words of the code, or names that the settings give. */
    private static final Map<String, Pattern> LABELS = Map.of(
            "method", Pattern.compile("[A-Z_]+"),
            "outcome", Pattern.compile("[A-Z_]+"),
            "step", Pattern.compile("[A-Z_]+"),
            "level", Pattern.compile("[A-Z_]+"),
            "state", Pattern.compile("[A-Z_]+"),
            "kind|reason|channel|partner", Pattern.compile("[A-Z_]+"),
            "authority", Pattern.compile("FACTICE AC IGC-SANTE [A-Z]+ PERSONNES"),
            "target", Pattern.compile("smpp|http|relay|provider|telephones|[a-z]+|127\\.0\\.0\\.1"),
            "sink", Pattern.compile("syslog|journal"),
            "le", Pattern.compile("[0-9.]+|\\+Inf"));

    @AfterAll
    static void hangUp() throws IOException {
        MONITORING.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer demonstration", "Basic cG9ydGFpbDpwb3J0YWls"})
    void areRefusedInPlainTextWithoutTheToken(String authorization) throws IOException {
        Answer answer = MONITORING.ask(authorization, "*/*");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).contains("Bearer realm=\"metrics\"");
        assertThat(answer.header("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
        assertThat(answer.body()).doesNotContain("portail_").doesNotContain("<");
    }

    @Test
    void areNotOnTheCardEndpointNorOnPlainHttp() throws IOException {
        assertThat(MONITORING
                        .send(withToken(ClassicRequestBuilder.get(SERVER.card("/metrics"))))
                        .status())
                .isEqualTo(404);
        assertThat(MONITORING
                        .send(withToken(ClassicRequestBuilder.get(SERVER.http("/metrics"))))
                        .status())
                .isEqualTo(308);
    }

    private static ClassicRequestBuilder withToken(ClassicRequestBuilder request) {
        return request.addHeader("Authorization", "Bearer " + Monitoring.TOKEN);
    }

    @Test
    void comeInBothFormatsOfPrometheus() throws IOException {
        Answer text = MONITORING.ask("Bearer " + Monitoring.TOKEN, "*/*");
        Answer open = MONITORING.ask("Bearer " + Monitoring.TOKEN, "application/openmetrics-text; version=1.0.0");

        assertThat(text.header("Content-Type").orElseThrow()).startsWith("text/plain; version=0.0.4");
        assertThat(open.header("Content-Type").orElseThrow()).startsWith("application/openmetrics-text; version=1.0.0");
        assertThat(open.body()).endsWith("# EOF\n");
    }

    @Test
    void followTheConventionsOfPrometheus() throws IOException {
        Scrape scrape = MONITORING.scrape();

        scrape.families().forEach((name, family) -> {
            assertThat(family.type()).as("TYPE of " + name).isPresent();
            assertThat(family.help()).as("HELP of " + name).isPresent();
            assertThat(name).matches("(portail|jvm|process)_[a-z_]+").doesNotContain("millis");
            assertThat(name.endsWith("_total"))
                    .as(name + " is a " + family.type().orElseThrow())
                    .isEqualTo(family.type().orElseThrow().equals("counter"));
            if (family.type().orElseThrow().equals("histogram")) {
                assertThat(name).endsWith("_seconds");
            }
        });
        assertThat(scrape.series().keySet())
                .allSatisfy(series -> assertThat(scrape.family(series.name()))
                        .as(series.name())
                        .isPresent());
    }

    @Test
    void haveAsManyLabelsAsTheCodeAndTheSettingsName() throws IOException {
        List<Series> ours = MONITORING.scrape().series().keySet().stream()
                .filter(series -> series.name().startsWith("portail_"))
                .toList();

        assertThat(ours).hasSizeLessThan(1000);
        for (Series series : ours) {
            series.labels().forEach((label, value) -> {
                Pattern allowed = LABELS.entrySet().stream()
                        .filter(known -> label.matches(known.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(label + " of " + series.name() + " is not expected"));
                assertThat(value).as(label + " of " + series.name()).matches(allowed);
            });
        }
    }

    @Test
    void countARefusedCardOnceAndNothingElse() throws IOException {
        Scrape before = MONITORING.scrape();
        try (CardClient revoked = CardClient.withCard("cpe-arm-revoque")) {
            assertThat(CardAttempt.begin(SERVER, revoked).present().body()).contains("REVOKED");
        }
        Scrape after = MONITORING.scrape();

        assertThat(after.grownSince(before, ATTEMPTS))
                .containsExactly(new Series(ATTEMPTS, Map.of("method", "CARD", "outcome", "REVOKED")));
        assertThat(attempts(after, "CARD", "REVOKED")).isEqualTo(attempts(before, "CARD", "REVOKED") + 1);
        assertThat(steps(after, "CARD", "CARD_PRESENTED")).isEqualTo(steps(before, "CARD", "CARD_PRESENTED") + 1);
    }

    @Test
    void countALoginItsStepsAndItsSession() throws IOException {
        Scrape before = MONITORING.scrape();
        try (CardJourney agent = new CardJourney(SERVER, DemonstrationFiles.card("cpe-arm2-auth"))) {
            agent.toTheFirstPage();
            Scrape after = MONITORING.scrape();
            assertThat(after.grownSince(before, ATTEMPTS))
                    .containsExactly(new Series(ATTEMPTS, Map.of("method", "CARD", "outcome", "OPENED")));
            assertThat(steps(after, "CARD", "CARD_TICKET")).isEqualTo(steps(before, "CARD", "CARD_TICKET") + 1);
            MONITORING.await(scrape -> scrape.value("portail_open_sessions", "method", "CARD", "level", "STRONG") >= 1);

            agent.logOut();
        }
        assertThat(MONITORING.scrape().value("portail_sessions_ended_total", "reason", "LOGOUT"))
                .isEqualTo(before.value("portail_sessions_ended_total", "reason", "LOGOUT") + 1);
    }

    @Test
    void countAWrongPasswordAndWhatItsHashTook() throws IOException {
        Scrape before = MONITORING.scrape();
        String password = RunSecrets.keep("un autre tracteur gris sans roues");
        try (OtpJourney guesser = new OtpJourney(SERVER)) {
            guesser.claim("personne.metrique", password);
        }
        Scrape after = MONITORING.scrape();

        // Whoever has guessed much from this machine lately is delayed instead.
        Set<String> outcomes = after.grownSince(before, ATTEMPTS).stream()
                .map(series ->
                        series.labels().get("method") + " " + series.labels().get("outcome"))
                .collect(Collectors.toSet());
        assertThat(outcomes).hasSize(1).isSubsetOf("OTP WRONG", "OTP DELAYED");
        assertThat(after.value("portail_password_hash_duration_seconds_count"))
                .isEqualTo(before.value("portail_password_hash_duration_seconds_count") + 1);
        assertThat(after.value("portail_password_queue_waiting")).isZero();
        assertThat(MONITORING.text()).doesNotContain("metrique").doesNotContain(password);
    }

    @Test
    void tellHowPartnersListsAndWaysStand() throws IOException {
        Scrape scrape = MONITORING.scrape();

        assertThat(scrape.value("portail_partner_available", "partner", "SMS", "target", "smpp"))
                .isIn(0.0, 1.0);
        assertThat(scrape.has("portail_partner_call_duration_seconds_count", "partner", "CRL"))
                .as("the lists were fetched at start, through the decorator of their source")
                .isTrue();
        assertThat(scrape.has("portail_partner_call_duration_seconds_count", "partner", "PRO_SANTE_CONNECT"))
                .isTrue();
        for (String authority : List.of("FORT", "STANDARD", "ELEMENTAIRE")) {
            String name = "FACTICE AC IGC-SANTE " + authority + " PERSONNES";
            assertThat(scrape.value("portail_crl_state", "authority", name, "state", "FRESH"))
                    .isOne();
            assertThat(scrape.value("portail_crl_next_update_timestamp_seconds", "authority", name))
                    .isGreaterThan(now());
        }
        assertThat(scrape.value("portail_login_way_state", "method", "CARD", "state", "AVAILABLE"))
                .isOne();
        assertThat(scrape.value("portail_tls_certificate_not_after_timestamp_seconds"))
                .isGreaterThan(now());
        MONITORING.await(later -> later.value("portail_database_available") == 1);
    }

    @Test
    void areThoseThatTheRulesAndTheDashboardOfTheHandbookName() throws IOException {
        Handbook handbook = new Handbook();
        Scrape scrape = MONITORING.scrape();

        assertThat(handbook.figures())
                .hasSizeGreaterThan(25)
                .filteredOn(name -> !name.startsWith(OF_COPIES))
                .allSatisfy(name -> assertThat(scrape.family(name)).as(name).isPresent());
        assertThat(handbook.wanted())
                .isNotEmpty()
                .allSatisfy(wanted -> assertThat(scrape.has(wanted.figure(), wanted.label(), wanted.value()))
                        .as(wanted.toString())
                        .isTrue());
        assertThat(handbook.ratiosMade()).containsAll(handbook.ratiosUsed());
    }

    private static double now() {
        return Instant.now().toEpochMilli() / 1000.0;
    }

    private static double attempts(Scrape scrape, String method, String outcome) {
        return scrape.value(ATTEMPTS, "method", method, "outcome", outcome);
    }

    private static double steps(Scrape scrape, String method, String step) {
        return scrape.value("portail_login_step_duration_seconds_count", "method", method, "step", step);
    }
}

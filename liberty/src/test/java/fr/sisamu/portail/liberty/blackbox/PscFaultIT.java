package fr.sisamu.portail.liberty.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.liberty.DemonstrationFiles;
import fr.sisamu.portail.liberty.PscSimulator;
import fr.sisamu.portail.liberty.ServerCopy;
import fr.sisamu.portail.liberty.blackbox.PscJourney.Refusal;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every fault that the simulated Pro Santé Connect knows, through the running portal: refused with its reason, its exact
 * cause in the trace under the code that the page shows, and no token or code in any log.
 */
@TestInstance(Lifecycle.PER_CLASS)
class PscFaultIT {

    private static final String DOCTOR = "899999000013";
    private static final String ARM = "3999990005/ARM0042";

    private static final Map<String, List<String>> FAULTS = Map.of(
            "STALE_ATTEMPT", List.of("WRONG_STATE", "MISSING_STATE"),
            "DENIED", List.of("REDIRECT_ACCESS_DENIED"),
            "PROVIDER_ERROR",
                    List.of(
                            "WRONG_CODE",
                            "REDIRECT_INVALID_REQUEST",
                            "REDIRECT_UNAUTHORIZED_CLIENT",
                            "REDIRECT_UNSUPPORTED_RESPONSE_TYPE",
                            "REDIRECT_INVALID_SCOPE",
                            "REDIRECT_SERVER_ERROR",
                            "REDIRECT_TEMPORARILY_UNAVAILABLE",
                            "REDIRECT_LOGIN_REQUIRED",
                            "REDIRECT_UNHEARD_OF",
                            "TOKEN_INVALID_REQUEST",
                            "TOKEN_INVALID_CLIENT",
                            "TOKEN_INVALID_GRANT",
                            "TOKEN_UNAUTHORIZED_CLIENT",
                            "TOKEN_UNSUPPORTED_GRANT_TYPE",
                            "TOKEN_INVALID_SCOPE",
                            "USERINFO_INVALID_TOKEN"),
            "UNTRUSTED_ANSWER",
                    List.of(
                            "OTHER_ISSUER",
                            "MISSING_ISSUER",
                            "WRONG_NONCE",
                            "MISSING_NONCE",
                            "WRONG_ISSUER",
                            "WRONG_AUDIENCE",
                            "SEVERAL_AUDIENCES",
                            "WRONG_AZP",
                            "ALGORITHM_NONE",
                            "ALGORITHM_HS256",
                            "UNKNOWN_KEY",
                            "BAD_SIGNATURE",
                            "WRONG_ACCESS_TOKEN_HASH",
                            "MISSING_SUBJECT",
                            "MISSING_ID_TOKEN",
                            "USERINFO_OTHER_SUBJECT",
                            "USERINFO_MISSING_SUBJECT",
                            "USERINFO_BAD_SIGNATURE",
                            "USERINFO_OTHER_AUDIENCE",
                            "USERINFO_ALGORITHM_NONE"),
            "CLOCK", List.of("EXPIRED", "ISSUED_IN_FUTURE", "NOT_YET_VALID", "CLOCK_AHEAD", "CLOCK_BEHIND"),
            "LEVEL_TOO_LOW", List.of("LOWER_ACR", "MISSING_ACR"),
            "NO_IDENTIFIER", List.of("USERINFO_NO_IDENTIFIER"));

    /** Refused only where the person was to authenticate anew: PscWayIT. */
    private static final List<String> ELSEWHERE = List.of("OLD_LOGIN");

    private final List<String> secrets = new ArrayList<>();
    private final DatabaseServer database = new DatabaseServer();
    private ServerCopy copy;
    private PscSimulator simulator;

    PscFaultIT() throws IOException {}

    @BeforeAll
    void start() throws Exception {
        database.start();
        copy = ServerCopy.named("portail-psc");
        copy.set("db.url", database.address());
        copy.set("portail.prosanteconnect.answer-timeout", "PT2S");
        copy.set("portail.prosanteconnect.pause", "PT0.001S");
        copy.set("portail.prosanteconnect.keys-interval", "PT0.001S"); // keys change faster here than anywhere
        copy.startUntilReady();
        simulator = new PscSimulator(copy.server());
    }

    @AfterEach
    void mend() throws IOException {
        simulator.mend();
    }

    @AfterAll
    void stop() throws Exception {
        copy.stop();
        database.stop();
    }

    static Stream<Arguments> faults() {
        return new TreeMap<>(FAULTS)
                .entrySet().stream()
                        .flatMap(each -> each.getValue().stream().map(fault -> Arguments.of(fault, each.getKey())));
    }

    @Test
    void areAllMetHere() throws IOException {
        assertThat(Stream.concat(FAULTS.values().stream().flatMap(List::stream), ELSEWHERE.stream()))
                .containsExactlyInAnyOrderElementsOf(simulator.faults());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("faults")
    void areRefusedWithTheirReason(String fault, String reason) throws Exception {
        try (PscJourney agent = new PscJourney(copy.server())) {
            simulator.spoilNextLogin(fault);
            assertRefused(agent, reason);

            simulator.mend();
            assertThat(arrive(agent, agent.pass(agent.depart())))
                    .as("the next attempt")
                    .isEqualTo("/next");
        }
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "TOKEN,HTML,UNREACHABLE",
        "TOKEN,HUGE,UNREACHABLE",
        "TOKEN,BROKEN_JSON,UNREACHABLE",
        "TOKEN,REDIRECT_LOOP,UNREACHABLE",
        "TOKEN,ERROR,UNREACHABLE",
        "TOKEN,HANG,UNREACHABLE",
        "USERINFO,HTML,UNREACHABLE",
        "USERINFO,HUGE,UNREACHABLE",
        "USERINFO,BROKEN_JSON,UNREACHABLE",
        "USERINFO,REDIRECT_LOOP,UNREACHABLE",
        "USERINFO,HANG,UNREACHABLE"
    })
    void ofAnEndpointAreRefused(String endpoint, String fault, String reason) throws Exception {
        try (PscJourney agent = new PscJourney(copy.server())) {
            simulator.spoil(endpoint, fault, 1);
            assertRefused(agent, reason);
        }
    }

    @ParameterizedTest
    @CsvSource({"ROTATE_KEYS", "DROP_KEYS", "SIGN_PS256", "SIGN_ES256", "USERINFO_JWT"})
    void areNoneWhenTheProviderChangesDuringALogin(String change) throws IOException {
        try (PscJourney agent = new PscJourney(copy.server())) {
            URI back = agent.decide(agent.depart(), DOCTOR, "APPROVE");
            simulator.turn(change);

            assertThat(agent.arrive(back)).isEqualTo("/next");
        }
    }

    /** Guide: the card is compulsory at the first login of an ARM. Once it was seen, Pro Santé Connect is open. */
    @Test
    void meetsAnArmOnlyAfterTheCard() throws Exception {
        copy.awaitCards();
        try (PscJourney agent = new PscJourney(copy.server());
                CardJourney card = new CardJourney(copy.server(), DemonstrationFiles.card("cpe-arm-auth"))) {
            assertThat(agent.logIn(ARM)).isEqualTo("/psc-refused.xhtml");
            assertThat(agent.refusal().reason()).isEqualTo("FIRST_LOGIN_BY_CARD");

            card.toTheFirstPage();
            assertThat(agent.arrive(agent.pass(agent.depart()))).isEqualTo("/next");
        }
    }

    private void assertRefused(PscJourney agent, String reason) throws IOException, SQLException {
        URI back = agent.decide(agent.depart(), DOCTOR, "APPROVE");

        assertThat(arrive(agent, back)).isEqualTo("/psc-refused.xhtml");
        Refusal refusal = agent.refusal();
        assertThat(refusal.reason()).isEqualTo(reason);
        assertThat(agent.get("/bandeau.xhtml").status()).as("nobody is in").isEqualTo(303);
        TraceRows.Row row = TraceRows.find(database, refusal.supportCode());
        assertThat(row.outcome()).isEqualTo(reason);
        assertThat(row.detail()).as("the exact cause").isNotBlank().doesNotContain("eyJ");
        assertThat(secrets).noneMatch(row.detail()::contains);
        assertThat(logs()).as("tokens in a log").doesNotContain("eyJ").doesNotContain(secrets);
    }

    private String arrive(PscJourney agent, URI back) throws IOException {
        Stream.of(back.getRawQuery().split("&", -1))
                .filter(field -> field.startsWith("code="))
                .map(field -> field.substring(5))
                .forEach(secrets::add);
        return agent.arrive(back);
    }

    private String logs() throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.walk(copy.directory().resolve("logs"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                text.append(Files.readString(file, StandardCharsets.UTF_8));
            }
        }
        return text.toString();
    }
}

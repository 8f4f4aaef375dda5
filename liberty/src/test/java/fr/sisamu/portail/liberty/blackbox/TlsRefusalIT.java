package fr.sisamu.portail.liberty.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sisamu.portail.liberty.DemonstrationFiles;
import fr.sisamu.portail.liberty.ServerCopy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cards that never reach the portal, for TLS or the server's limits refuse them: there is a row all the same. */
class TlsRefusalIT {

    private static final String EXPIRED = "cps-medecin-expire";
    private static final String TOO_LARGE = "cps-64k";
    private static DatabaseServer database;
    private static ServerCopy copy;

    @BeforeAll
    static void start() throws Exception {
        database = new DatabaseServer();
        database.start();
        copy = ServerCopy.named("portail-refusal");
        copy.set("db.url", database.address());
        copy.set("portail.card.proxy.addresses", CardForwarder.PROXY);
        copy.startUntilReady();
    }

    @AfterAll
    static void stop() throws Exception {
        copy.stop();
        database.stop();
    }

    @ParameterizedTest
    @ValueSource(strings = {EXPIRED, TOO_LARGE, "cps-medecin-faux-ac"})
    void leavesARowWhenTlsCutsTheCard(String card) throws Exception {
        try (CardAttempt attempt = CardAttempt.begin(copy.server(), CardClient.withCard(card))) {
            assertThatThrownBy(attempt::present).isInstanceOf(IOException.class);

            assertThat(database.outcomeOf(attempt.codeOfTheCut().orElseThrow())).isEqualTo("CONNECTION_CUT");
        }
    }

    @Test
    void leavesARowWhenTheServerRefusesTheHeaderOfAProxy() throws Exception {
        try (CardAttempt attempt = CardAttempt.begin(copy.server())) {
            assertThat(attempt.refusedAsItStands(DemonstrationFiles.card(TOO_LARGE)))
                    .isTrue();

            assertThat(database.outcomeOf(attempt.codeOfTheCut().orElseThrow())).isEqualTo("CONNECTION_CUT");
        }
    }

    /** A log is read by more people than the trace, and kept elsewhere. */
    @Test
    void writesTheHolderOfTheCardIntoNoLog() throws Exception {
        try (CardAttempt attempt = CardAttempt.begin(copy.server(), CardClient.withCard(EXPIRED))) {
            assertThatThrownBy(attempt::present).isInstanceOf(IOException.class);
        }
        List<String> holder = holder(EXPIRED);
        assertThat(holder).hasSize(3);
        for (Path log : logs()) {
            assertThat(Files.readString(log, StandardCharsets.UTF_8))
                    .as(log.toString())
                    .doesNotContain(holder);
        }
    }

    /** Surname, given name and national identifier. */
    private static List<String> holder(String card) {
        String subject = DemonstrationFiles.card(card)
                .certificate()
                .getSubjectX500Principal()
                .toString();
        return Stream.of(subject.split(", | \\+ "))
                .filter(part -> part.matches("(CN|SURNAME|GIVENNAME)=.*"))
                .map(part -> part.substring(part.indexOf('=') + 1))
                .toList();
    }

    private static List<Path> logs() throws IOException {
        try (Stream<Path> files = Files.walk(copy.directory())) {
            return files.filter(file -> file.toString().endsWith(".log")).toList();
        }
    }
}

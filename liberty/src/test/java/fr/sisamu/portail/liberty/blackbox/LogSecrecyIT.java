package fr.sisamu.portail.liberty.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.liberty.Outbox;
import fr.sisamu.portail.liberty.RunningServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the server's logs must not hold after a whole way in by code, wrong tries and a refused address included. */
class LogSecrecyIT {

    private static final RunningServer SERVER = RunningServer.demonstration();
    private static final String PASSWORD = "un vieux tracteur bleu sans roues";
    private static final String WRONG_PASSWORD = "un vieux tracteur vert sans roues";
    private static final String NUMBER = "+33612345681";
    private static final String ADDRESS = "sacha@chu.example";

    @Test
    void holdsNoPasswordNoCodeNoNumberNoAddress() throws IOException {
        CredentialSetup.by(SERVER, "cpa-auth", PASSWORD, NUMBER, ADDRESS);
        Outbox outbox = new Outbox(SERVER);
        int before = outbox.count(NUMBER);
        String code;
        try (OtpJourney agent = new OtpJourney(SERVER)) {
            agent.claim("sacha.autorise", WRONG_PASSWORD);
            agent.claim("sacha.autorise", PASSWORD);
            code = outbox.nextCode(NUMBER, before);
            agent.answer(code);
        }

        for (Path log : logs()) {
            String text = Files.readString(log, StandardCharsets.UTF_8);
            assertThat(text)
                    .as(log.getFileName().toString())
                    .doesNotContain(PASSWORD, WRONG_PASSWORD, NUMBER, NUMBER.substring(1), ADDRESS)
                    .doesNotContainPattern("#" + code + "|\\b" + code + " est votre");
        }
    }

    private static List<Path> logs() throws IOException {
        Path logs = Path.of(System.getProperty("wlp.home"), "usr", "servers", "portail", "logs");
        try (Stream<Path> files = Files.walk(logs)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(".log"))
                    .toList();
        }
    }
}

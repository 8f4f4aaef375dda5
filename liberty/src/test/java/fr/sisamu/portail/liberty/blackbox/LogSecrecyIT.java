package fr.sisamu.portail.liberty.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.liberty.Outbox;
import fr.sisamu.portail.liberty.RunSecrets;
import fr.sisamu.portail.liberty.RunningServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What the logs must not hold, after all other tests of the run and in the logs of every server that they have started:
 * passwords, codes, tokens, numbers, addresses.
 */
@Tag("last")
class LogSecrecyIT {

    private static final RunningServer SERVER = RunningServer.demonstration();
    private static final String PASSWORD = "un vieux tracteur bleu sans roues";
    private static final String WRONG_PASSWORD = "un vieux tracteur vert sans roues";
    private static final String NUMBER = "+33612345681";
    private static final String ADDRESS = "sacha@chu.example";

    /** Six digits that are no part of a longer word, time or number. */
    private static final Pattern CODE = Pattern.compile("(?<![\\w.:,-])\\d{6}(?![\\w.:,-])");

    private static final Pattern MOBILE = Pattern.compile("(?<!\\d)(?:\\+?33|0)[67]\\d{8}(?!\\d)");
    private static final Pattern ADDRESSES = Pattern.compile("[\\w.-]+@(?:chu|samu)\\.(?:example|fr)");

    @Test
    void holdNoSecretOfTheWholeRun() throws IOException {
        comeInOnce();
        Set<String> secrets = RunSecrets.all();
        secrets.addAll(new Outbox(SERVER).secrets());
        assertThat(secrets).contains(PASSWORD, WRONG_PASSWORD, NUMBER, ADDRESS);
        Set<String> codes =
                secrets.stream().filter(secret -> secret.matches("\\d{6}")).collect(Collectors.toSet());
        secrets.removeAll(codes);

        List<Path> logs = logs();
        assertThat(logs).isNotEmpty();
        for (Path log : logs) {
            String text = Files.readString(log, StandardCharsets.ISO_8859_1);
            assertThat(secrets.stream()
                            .filter(secret -> text.contains(latin(secret)))
                            .map(secret -> secret.substring(0, 4) + "…"))
                    .as("secrets in %s", log)
                    .isEmpty();
            assertThat(found(CODE, text)).as("codes in %s", log).doesNotContainAnyElementsOf(codes);
            assertThat(found(MOBILE, text)).as("numbers in %s", log).isEmpty();
            assertThat(found(ADDRESSES, text)).as("addresses in %s", log).isEmpty();
        }
    }

    /** Alone or last of many, the run holds a whole way in, with a wrong password. */
    private static void comeInOnce() throws IOException {
        CredentialSetup.by(SERVER, "cpa-auth", PASSWORD, NUMBER, ADDRESS);
        try (OtpJourney agent = new OtpJourney(SERVER)) {
            agent.claim("sacha.autorise", WRONG_PASSWORD);
            agent.toTheFirstPage("sacha.autorise", PASSWORD, NUMBER);
        }
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    /** As the octets of a log look that are read one by one. */
    private static String latin(String secret) {
        return new String(secret.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static List<Path> logs() throws IOException {
        Path servers = Path.of(System.getProperty("wlp.home"), "usr", "servers");
        try (Stream<Path> files = Files.walk(servers)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(".log")
                            || file.toString().endsWith(".trace.db")
                            || file.getParent().endsWith("logs"))
                    .toList();
        }
    }
}

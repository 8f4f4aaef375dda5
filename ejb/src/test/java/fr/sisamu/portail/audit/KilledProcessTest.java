package fr.sisamu.portail.audit;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.testdb.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KilledProcessTest {

    private static final int ROWS = 200;

    private final TestDatabase database = TestDatabase.of(TestDatabase.Kind.POSTGRESQL);
    private final Chain chain = new Chain(TestDatabase.Kind.POSTGRESQL, database);

    @Test
    void leavesAChainThatIsSoundAndHoldsEveryRowThatWasPromised() throws Exception {
        List<String> promised = new ArrayList<>();
        for (int life = 0; life < 2; life++) {
            Process process = start();
            try (BufferedReader said =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                for (int i = 0; i < ROWS; i++) {
                    promised.add(said.readLine());
                }
            } finally {
                process.destroyForcibly().waitFor();
            }
        }
        chain.write(1);

        assertThat(chain.verified().fault()).isEmpty();
        assertThat(chain.verified().rows()).isGreaterThan(2 * ROWS);
        for (String code : promised) {
            assertThat(chain.portal().rows().count("audit_entry", "support_code = ?", code))
                    .isEqualTo(1);
        }
    }

    private Process start() throws Exception {
        String url;
        try (Connection connection = database.dataSource().getConnection()) {
            url = connection.getMetaData().getURL() + "&user="
                    + connection.getMetaData().getUserName();
        }
        return process(url);
    }

    private Process process(String url) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledWriter.class.getName(),
                        url,
                        chain.node())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}

package fr.sisamu.portail.web.directory;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.directory.Change;
import fr.sisamu.portail.directory.ChangeCount;
import fr.sisamu.portail.directory.FileKind;
import fr.sisamu.portail.directory.ImportReport;
import fr.sisamu.portail.directory.ImportRun;
import fr.sisamu.portail.directory.ImportState;
import fr.sisamu.portail.directory.ImportedFile;
import fr.sisamu.portail.directory.LineError;
import fr.sisamu.portail.directory.LineReason;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The description of the API and what it answers say the same. */
class OpenApiTest {

    private static final Pattern WORD = Pattern.compile("refuse\\(response, [^,]+, \"([A-Z_]+)\"\\)", Pattern.DOTALL);

    private final String description;

    OpenApiTest() throws IOException {
        description = Files.readString(Path.of("src/main/webapp/api/openapi.yaml"));
    }

    @Test
    void namesEveryFieldOfAnAnswer() {
        Instant now = Instant.EPOCH;
        ImportRun run =
                new ImportRun(1, ImportState.READY, true, false, "rh", "AAAA-BBBB", now, Optional.of(now), 1, 1, 1, 1);
        ImportReport report = new ImportReport(
                run,
                List.of(new ImportedFile(FileKind.UNITS, "u", "d", 1)),
                List.of(new LineError(FileKind.UNITS, 1, Optional.of("code"), LineReason.BAD_CODE, "x")),
                List.of(new ChangeCount(FileKind.UNITS, Change.Action.ADDED, 1)),
                List.of(new Change(FileKind.UNITS, Change.Action.ADDED, 1, "s", "b", "a")));

        assertThat(names(ImportJson.report(report).build()))
                .allSatisfy(name -> assertThat(description).containsPattern("\\s" + name + ":"));
    }

    @Test
    void namesEveryStateKindAndAction() {
        assertThat(description)
                .contains("[" + joined(ImportState.values()) + "]")
                .contains("[" + joined(Change.Action.values()) + "]")
                .contains("[" + joined(FileKind.values()).toLowerCase(Locale.ROOT) + "]");
    }

    @Test
    void namesEveryRefusal() throws IOException {
        String source =
                Files.readString(Path.of("src/main/java/fr/sisamu/portail/web/directory/ImportApiServlet.java"));
        Matcher words = WORD.matcher(source);
        Set<String> found = new TreeSet<>();
        while (words.find()) {
            found.add(words.group(1));
        }

        assertThat(found).hasSize(9);
        assertThat(found).allSatisfy(word -> assertThat(description).containsPattern("[\\[ ]" + word + "[,\\]]"));
    }

    private static String joined(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).collect(Collectors.joining(", "));
    }

    private static Set<String> names(JsonObject object) {
        Set<String> names = new TreeSet<>(object.keySet());
        for (JsonValue value : object.values()) {
            if (value instanceof JsonArray array) {
                array.forEach(each -> names.addAll(names(each.asJsonObject())));
            }
        }
        return names;
    }
}

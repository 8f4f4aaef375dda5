package fr.sisamu.portail;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperties;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** The reference of settings and the code that reads them say the same. */
class ConfigurationReferenceTest {

    private static final Path REFERENCE = Path.of("src/main/resources/META-INF/microprofile-config.properties");

    private static final Path WEB = Path.of("../web/src/main/java");

    /** A key with its default, or a secret: a commented key without a value. */
    private static final Pattern KEY = Pattern.compile("^(?:#(portail\\.\\S+)=|(portail\\.[^=\\s]+)=.*)$");

    private static final Pattern READ =
            Pattern.compile("(?:@ConfigProperty\\(\\s*name = |get(?:Optional)?Value\\(\\s*)\"(portail\\.[^\"]+)\"");

    @Test
    void listsExactlyTheKeysTheCodeReads() throws IOException {
        Set<String> read = new TreeSet<>(readByThisModule());
        read.addAll(readByPages());

        assertThat(new TreeSet<>(documented())).isEqualTo(read);
    }

    @Test
    void explainsEachKeyAboveIt() throws IOException {
        String above = "";
        for (String line : Files.readAllLines(REFERENCE)) {
            if (KEY.matcher(line).matches()) {
                assertThat(above).as("the line above %s", line).matches("#.*|portail.*");
            }
            above = line;
        }
    }

    @Test
    void listsNoKeyTwice() throws IOException {
        assertThat(documented()).doesNotHaveDuplicates();
    }

    private static List<String> documented() throws IOException {
        return Files.readAllLines(REFERENCE).stream()
                .map(KEY::matcher)
                .filter(line -> line.matches())
                .map(line -> line.group(1) == null ? line.group(2) : line.group(1))
                .toList();
    }

    private static List<String> readByThisModule() {
        List<String> keys = new ArrayList<>();
        for (JavaClass found : new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests())
                .importPackages("fr.sisamu.portail")) {
            Class<?> type = found.reflect();
            ConfigProperties all = type.getAnnotation(ConfigProperties.class);
            for (Field field : type.getDeclaredFields()) {
                ConfigProperty one = field.getAnnotation(ConfigProperty.class);
                boolean named = one != null && !one.name().isEmpty();
                if (all != null && !Modifier.isStatic(field.getModifiers())) {
                    keys.add(all.prefix() + "." + (named ? one.name() : field.getName()));
                } else if (named) {
                    keys.add(one.name());
                }
            }
        }
        return keys;
    }

    private static List<String> readByPages() throws IOException {
        try (Stream<Path> files = Files.walk(WEB)) {
            List<String> keys = new ArrayList<>();
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                READ.matcher(Files.readString(file))
                        .results()
                        .map(found -> found.group(1))
                        .forEach(keys::add);
            }
            return keys;
        }
    }
}

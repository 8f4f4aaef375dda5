package fr.sisamu.portail.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the sources of the pages must not hold: words of their own, and anything that a strict policy forbids. */
class PageSourcesTest {

    static final Path WEBAPP = Path.of("src/main/webapp");
    static final Pattern COMMENT = Pattern.compile("<!--.*?-->|<!DOCTYPE[^>]*>", Pattern.DOTALL);
    static final Pattern EXPRESSION = Pattern.compile("#\\{[^}]*}");
    static final Pattern TAG = Pattern.compile("<[^>]*>");
    static final Pattern SHOWN = Pattern.compile("(?:alt|title|placeholder|aria-label)=\"([^\"]*)\"");
    static final Pattern KEY = Pattern.compile("msg\\['([^']+)']");

    static Stream<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(WEBAPP)) {
            return files.filter(file -> file.toString().endsWith(".xhtml")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void holdNoWordsOfTheirOwn(Path page) throws IOException {
        String source = withoutExpressions(page);

        assertThat(TAG.matcher(source).replaceAll("")).doesNotContainPattern("\\p{L}");
        assertThat(SHOWN.matcher(source).results().map(shown -> shown.group(1)))
                .allSatisfy(words -> assertThat(words).isBlank());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void holdNothingThatTheContentPolicyForbids(Path page) throws IOException {
        assertThat(withoutExpressions(page))
                .doesNotContainPattern("\\son[a-z]+=")
                .doesNotContainPattern("\\sstyle=")
                .doesNotContainPattern("<style|<script(?![^>]* src=)")
                .doesNotContain("h:commandLink", "f:ajax", "h:commandScript", "f:websocket", "data:");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void nameOnlyKeysThatExist(Path page) throws IOException {
        Set<String> named = new TreeSet<>();
        Matcher matcher = KEY.matcher(Files.readString(page));
        while (matcher.find()) {
            named.add(matcher.group(1));
        }

        assertThat(Bundles.in(Locale.FRENCH).keySet()).containsAll(named);
    }

    /** Expressions may hold quotes and angle brackets, which would confuse the other patterns. */
    private static String withoutExpressions(Path page) throws IOException {
        String source = COMMENT.matcher(Files.readString(page)).replaceAll("");
        return EXPRESSION.matcher(source).replaceAll("");
    }
}

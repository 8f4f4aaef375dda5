package fr.sisamu.portail.liberty.blackbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the sources of the web module say of its addresses, so that tests of all of them forget none. */
final class WebSources {

    private static final Path WEB = Path.of("../web/src/main");
    private static final Pattern SERVLET = Pattern.compile("@WebServlet\\(([^)]*)\\)");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");
    private static final Pattern PARAMETER =
            Pattern.compile("(?:typed\\.(?:in|number|ticked)|getParameter)\\(\"(\\w+)\"\\)");

    private WebSources() {}

    static Set<String> pages() {
        Path pages = WEB.resolve("webapp");
        return files(pages)
                .map(file -> "/" + pages.relativize(file))
                .filter(page -> page.endsWith(".xhtml") && !page.startsWith("/WEB-INF/"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Pages and servlets. */
    static Set<String> addresses() {
        Set<String> addresses = pages();
        files(WEB.resolve("java"))
                .map(WebSources::read)
                .flatMap(source -> SERVLET.matcher(source).results())
                .map(MatchResult::group)
                .map(WebSources::withoutConstants)
                .flatMap(annotation -> QUOTED.matcher(annotation).results())
                .map(pattern -> pattern.group(1).isEmpty() ? "/" : pattern.group(1))
                .forEach(addresses::add);
        return addresses;
    }

    /** The names of everything that an address or a form may bring. */
    static Set<String> parameters() {
        return files(WEB.resolve("java"))
                .map(WebSources::read)
                .flatMap(source -> PARAMETER.matcher(source).results())
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String withoutConstants(String annotation) {
        return annotation
                .replace("EndpointFilter.PRESENTATION", "\"/card/present\"")
                .replace("ButtonArtworkServlet.ADDRESS", "\"/prosanteconnect/artwork\"")
                .replace("SameOriginFilter.OF_SERVERS", "\"/prosanteconnect/backchannel-logout\"");
    }

    private static Stream<Path> files(Path directory) {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

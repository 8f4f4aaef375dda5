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

/** What the sources of the web module say that there is, so that no test forgets a part of it. */
final class WebSources {

    private static final Path WEB = Path.of("../web/src/main");
    private static final Path PAGES = WEB.resolve("webapp");
    private static final Pattern SERVLET = Pattern.compile("@WebServlet\\(([^)]*)\\)");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");
    private static final Pattern PARAMETER = Pattern.compile(
            "(?:typed\\.(?:in|number|ticked)|getParameter|Fields\\.of\\(request\\)\\.first)\\(\"(\\w+)\"\\)");
    private static final Pattern BUTTON = Pattern.compile("<h:command\\w+\\b[^>]*\\baction=\"#\\{(\\w+\\.\\w+)}\"");
    private static final Pattern PLAIN_FORM =
            Pattern.compile("<form method=\"post\" action=\"([^\"]+)\"[^>]*>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern DEED = Pattern.compile("<button [^>]*name=\"deed\" value=\"(\\w+)\"");

    private WebSources() {}

    static Set<String> pages() {
        return files(PAGES)
                .map(file -> "/" + PAGES.relativize(file))
                .filter(page -> page.endsWith(".xhtml") && !page.startsWith("/WEB-INF/"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Every address: pages, and the patterns of servlets. */
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

    /**
     * Every deed that a form of a page asks for: {@code bean.method} of a button of Faces, the address of a plain form,
     * with its {@code deed} where it says one.
     */
    static Set<String> deeds() {
        Set<String> deeds = new TreeSet<>();
        files(PAGES)
                .filter(file -> file.toString().endsWith(".xhtml"))
                .map(WebSources::read)
                .forEach(page -> {
                    BUTTON.matcher(page)
                            .results()
                            .map(button -> button.group(1))
                            .forEach(deeds::add);
                    PLAIN_FORM.matcher(page).results().forEach(form -> {
                        Set<String> named = new TreeSet<>();
                        DEED.matcher(form.group(2))
                                .results()
                                .map(deed -> deed.group(1))
                                .forEach(named::add);
                        if (named.isEmpty()) {
                            deeds.add(form.group(1));
                        }
                        named.forEach(deed -> deeds.add(form.group(1) + " " + deed));
                    });
                });
        return deeds;
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
                .replace("CardPresentationServlet.ADDRESS", "\"/card/present\"")
                .replace("ButtonArtworkServlet.ADDRESS", "\"/prosanteconnect/artwork\"");
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

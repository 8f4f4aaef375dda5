package fr.sisamu.portail.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.web.administration.Place;
import jakarta.servlet.annotation.WebServlet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of addresses beside the sources: a page, form or servlet without its row fails here. */
class RouteTest {

    private static final Path WEBAPP = Path.of("src/main/webapp");
    private static final Path CLASSES = Path.of("target/classes");
    private static final Pattern FORM = Pattern.compile("<form\\b[^>]*>");
    private static final Pattern INCLUDED = Pattern.compile("<ui:(?:include src|composition template)=\"([^\"#]+)\"");
    private static final Pattern METHOD = Pattern.compile("\\bmethod=\"(\\w+)\"");
    private static final Pattern ACTION = Pattern.compile("\\baction=\"([^\"]+)\"");

    @Test
    void namesEveryPageServletAndFileAndNothingElse() throws IOException {
        Set<String> found = new TreeSet<>(servlets());
        files(WEBAPP)
                .map(file -> "/" + WEBAPP.relativize(file))
                .filter(path -> !path.startsWith("/WEB-INF/"))
                .map(path -> path.startsWith("/static/") ? "/static/*" : path)
                .forEach(found::add);

        assertThat(Arrays.stream(Route.values()).map(Route::pattern)).containsExactlyInAnyOrderElementsOf(found);
    }

    @Test
    void letsThePagesWithFormsOfFacesBePostedToAndNoOthers() throws IOException {
        Set<String> withForms = new TreeSet<>();
        for (Path page : pages()) {
            if (whole(page).contains("<h:form")) {
                withForms.add(address(page));
            }
        }
        plainForms("post").filter(address -> address.endsWith(".xhtml")).forEach(withForms::add);

        assertThat(patterns(Door.PAGE)).isEqualTo(withForms);
    }

    @Test
    void letsEveryPlainFormThroughAndEachByItsMethodAlone() throws IOException {
        assertThat(plainForms("post"))
                .allSatisfy(address -> assertThat(route(address).door().methods).contains("POST"));
        assertThat(plainForms("get"))
                .allSatisfy(address -> assertThat(route(address).door().methods).contains("GET"));
    }

    @Test
    void letsNothingBeDoneByAGetButWhatSaysWhy() {
        assertThat(Arrays.stream(Route.values())
                        .filter(route -> Set.of(Door.STEP, Door.RETURN, Door.RETURN_OR_DEED)
                                .contains(route.door())))
                .containsExactlyInAnyOrder(
                        Route.HOME, Route.NEXT, Route.CARD_LOGIN, Route.PSC_RETURN, Route.PSC_LOGOUT_RETURN);
    }

    @Test
    void keepsEveryPlaceOfAdministrationForAgents() {
        assertThat(Arrays.stream(Place.values()).map(Place::getPath).map(RouteTest::route))
                .allSatisfy(route -> assertThat(route.audience()).isEqualTo(Audience.AGENT));
        assertThat(Arrays.stream(Route.values())
                        .map(Route::pattern)
                        .filter(pattern -> pattern.startsWith("/administration/")))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Place.values()).map(Place::getPath).toList());
    }

    private static Route route(String address) {
        return Arrays.stream(Route.values())
                .filter(route -> route.pattern().equals(address))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no row for " + address));
    }

    private static Set<String> patterns(Door door) {
        return Arrays.stream(Route.values())
                .filter(route -> route.door() == door)
                .map(Route::pattern)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What the container will map, read from the compiled classes. */
    private static Set<String> servlets() throws IOException {
        return files(CLASSES)
                .map(file -> CLASSES.relativize(file).toString())
                .filter(name -> name.endsWith(".class"))
                .map(name ->
                        name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                .map(RouteTest::load)
                .flatMap(type -> Optional.ofNullable(type.getAnnotation(WebServlet.class)).stream())
                .flatMap(servlet -> Stream.concat(Stream.of(servlet.value()), Stream.of(servlet.urlPatterns())))
                .map(pattern -> pattern.isEmpty() ? "/" : pattern)
                .collect(Collectors.toSet());
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, RouteTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(name, e);
        }
    }

    /** Where the plain forms of all pages and parts lead, for one method. */
    private static Stream<String> plainForms(String method) throws IOException {
        Set<String> addresses = new TreeSet<>();
        for (Path file : files(WEBAPP).filter(RouteTest::isFacelet).toList()) {
            FORM.matcher(Files.readString(file))
                    .results()
                    .map(MatchResult::group)
                    .filter(form -> first(METHOD, form).equals(method))
                    .map(form -> first(ACTION, form))
                    .forEach(addresses::add);
        }
        assertThat(addresses).isNotEmpty();
        return addresses.stream();
    }

    private static String first(Pattern attribute, String form) {
        return attribute
                .matcher(form)
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow(() -> new AssertionError(form + " says not how it is sent, or where"));
    }

    private static boolean isFacelet(Path file) {
        return file.toString().endsWith(".xhtml");
    }

    private static Iterable<Path> pages() throws IOException {
        return files(WEBAPP)
                .filter(RouteTest::isFacelet)
                .filter(file -> !file.startsWith(WEBAPP.resolve("WEB-INF")))
                .toList();
    }

    private static String address(Path page) {
        return "/" + WEBAPP.relativize(page);
    }

    /** A page with all that it includes. */
    private static String whole(Path page) throws IOException {
        String source = Files.readString(page);
        StringBuilder all = new StringBuilder(source);
        for (MatchResult included : INCLUDED.matcher(source).results().toList()) {
            all.append(whole(WEBAPP.resolve(included.group(1).substring(1))));
        }
        return all.toString();
    }

    private static Stream<Path> files(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(Files::isRegularFile).toList().stream();
        }
    }
}

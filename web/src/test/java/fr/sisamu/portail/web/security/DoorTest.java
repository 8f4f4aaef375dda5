package fr.sisamu.portail.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.annotation.WebServlet;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What bodies may take of the server; and that what guards a request also guards it when it comes by again with its form. */
class DoorTest {

    private static final Path CLASSES = Path.of("target/classes");
    private static final Path WEB_XML = Path.of("src/main/webapp/WEB-INF/web.xml");
    private static final Path SERVER = Path.of("../liberty/src/main/liberty/config/common.xml");
    private static final Pattern SERVER_LIMIT = Pattern.compile("persistTimeout.*MessageSizeLimit=\"(\\d+)\"");
    private static final Pattern THREADS = Pattern.compile("<executor coreThreads=\"(\\d+)\"");
    private static final Pattern MAPPING = Pattern.compile("<filter-mapping>.*?</filter-mapping>", Pattern.DOTALL);
    private static final Set<DispatcherType> BOTH_TIMES = Set.of(DispatcherType.REQUEST, DispatcherType.ASYNC);

    /** Whoever is let in and sends slowly holds a thread: all of them together must leave most threads alone. */
    @Test
    void leavesMostThreadsToWhoeverSendsNothing() throws IOException {
        int waiting = Arrays.stream(Door.Body.values())
                .map(body -> body.bounds)
                .distinct()
                .mapToInt(bounds -> bounds.atOnce())
                .sum();

        assertThat(waiting).isPositive().isLessThan((int) number(THREADS) / 4);
    }

    /** The server's own limit would cut an import that the door lets through. */
    @Test
    void asksNoMoreThanTheServerLetsThrough() throws IOException {
        assertThat(number(SERVER_LIMIT)).isGreaterThan(Door.Body.FILES.bounds.octets());
    }

    /** A filter left out the second time would open its pages to every form. */
    @Test
    void letsEveryFilterSeeEveryRequestThatComesByAgain() throws IOException {
        List<WebFilter> filters = annotations(WebFilter.class);

        assertThat(filters).hasSizeGreaterThan(5).allSatisfy(filter -> {
            Set<DispatcherType> dispatched = Set.of(filter.dispatcherTypes());
            if (!dispatched.equals(Set.of(DispatcherType.ERROR))) {
                assertThat(dispatched).as(filter.toString()).containsAll(BOTH_TIMES);
                assertThat(filter.asyncSupported()).as(filter.toString()).isTrue();
            }
        });
    }

    @Test
    void namesTheFiltersThatSeeARequestTwiceAndTheDoorIsNoneOfThem() throws IOException {
        Set<String> twice = MAPPING.matcher(Files.readString(WEB_XML))
                .results()
                .map(found -> found.group())
                .filter(mapping -> mapping.contains("<dispatcher>ASYNC</dispatcher>"))
                .map(mapping -> mapping.replaceAll("(?s).*<filter-name>(\\w+)</filter-name>.*", "$1"))
                .collect(Collectors.toSet());

        assertThat(twice).containsExactlyInAnyOrder("fault", "body", "agent");
    }

    @Test
    void readsFormsForServletsThatLetThemBeReadBefore() throws IOException {
        Set<String> forms = Arrays.stream(Route.values())
                .filter(route -> route.door().body == Door.Body.FORM)
                .map(Route::pattern)
                .filter(pattern -> !pattern.endsWith(".xhtml"))
                .collect(Collectors.toSet());
        Set<String> ready = annotations(WebServlet.class).stream()
                .filter(WebServlet::asyncSupported)
                .flatMap(servlet -> Stream.of(servlet.value()))
                .collect(Collectors.toSet());

        assertThat(forms).hasSizeGreaterThan(8);
        assertThat(ready).containsAll(forms);
    }

    private static long number(Pattern pattern) throws IOException {
        Matcher found = pattern.matcher(Files.readString(SERVER));
        assertThat(found.find()).as(pattern.pattern()).isTrue();
        return Long.parseLong(found.group(1));
    }

    private static <A extends Annotation> List<A> annotations(Class<A> type) throws IOException {
        try (Stream<Path> all = Files.walk(CLASSES)) {
            return all.map(file -> CLASSES.relativize(file).toString())
                    .filter(name -> name.endsWith(".class"))
                    .map(name ->
                            name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                    .map(DoorTest::load)
                    .filter(found -> found.isAnnotationPresent(type))
                    .map(found -> found.getAnnotation(type))
                    .toList();
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, DoorTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(name, e);
        }
    }
}

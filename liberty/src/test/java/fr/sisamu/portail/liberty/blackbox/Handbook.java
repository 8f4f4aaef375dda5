package fr.sisamu.portail.liberty.blackbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the handbook asks Prometheus: the rules of alerts and the expressions of the dashboard. */
public final class Handbook {

    private static final Path SUPERVISION = Path.of("..", "docs", "supervision");

    public static final Path RULES = SUPERVISION.resolve("portail-alerts.yml");
    private static final Path DASHBOARD = SUPERVISION.resolve("grafana-portail.json");

    private static final Pattern FIGURE = Pattern.compile("\\b(?:portail|jvm|process)_[a-z0-9_]+");
    private static final Pattern SELECTOR = Pattern.compile("\\b(portail_[a-z0-9_]+)\\{([^}]*)}");
    private static final Pattern MATCHER = Pattern.compile("([a-z_]+)=\"([^\"]*)\"");
    private static final Pattern RECORDED = Pattern.compile("- record: (\\S+)");
    private static final Pattern RATIO = Pattern.compile("\\bportail:[a-z0-9_:]+");
    private static final Pattern EXPRESSION = Pattern.compile("\"expr\": \"((?:[^\"\\\\]|\\\\.)*)\"");

    /** A label that must have this value somewhere. */
    record Wanted(String figure, String label, String value) {}

    private final String rules;
    private final List<String> expressions;

    public Handbook() throws IOException {
        rules = Files.readString(RULES);
        expressions = EXPRESSION
                .matcher(Files.readString(DASHBOARD))
                .results()
                .map(found -> found.group(1).replace("\\\"", "\""))
                .toList();
    }

    /** The expressions of the dashboard, with every node chosen. */
    public List<String> dashboard() {
        return expressions.stream()
                .map(expression -> expression.replace("$instance", ".*"))
                .toList();
    }

    Set<String> figures() {
        return all(FIGURE).map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    /** What is looked for by its exact value, and would be looked for in vain after a slip of the pen. */
    Set<Wanted> wanted() {
        return all(SELECTOR)
                .flatMap(selector -> MATCHER.matcher(selector.group(2))
                        .results()
                        .filter(matcher -> !matcher.group(1).equals("job"))
                        .map(matcher -> new Wanted(selector.group(1), matcher.group(1), matcher.group(2))))
                .collect(Collectors.toSet());
    }

    Set<String> ratiosUsed() {
        return all(RATIO).map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    Set<String> ratiosMade() {
        return RECORDED.matcher(rules).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    private Stream<MatchResult> all(Pattern pattern) {
        return Stream.concat(Stream.of(rules), expressions.stream())
                .flatMap(text -> pattern.matcher(text).results());
    }
}

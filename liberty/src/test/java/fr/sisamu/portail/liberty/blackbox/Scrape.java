package fr.sisamu.portail.liberty.blackbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One answer of {@code /metrics}, read as Prometheus' text format 0.0.4 wants it: strictly, so that a line that Prometheus
 * would not take fails the test. Independently of the library that wrote it.
 */
record Scrape(Map<String, Family> families, Map<Series, Double> series) {

    private static final String NAME = "[a-zA-Z_:][a-zA-Z0-9_:]*";
    private static final String LABEL = "[a-zA-Z_][a-zA-Z0-9_]*";
    private static final String VALUE = "\"((?:[^\"\\\\\\n]|\\\\[\\\\\"n])*)\"";
    private static final Pattern COMMENT = Pattern.compile("# (HELP|TYPE) (" + NAME + ") (.+)");
    private static final Pattern SAMPLE = Pattern.compile(
            "(" + NAME + ")(?:\\{(" + LABEL + "=" + VALUE + "(?:," + LABEL + "=" + VALUE + ")*)})? (\\S+)");
    private static final Pattern PAIR = Pattern.compile("(" + LABEL + ")=" + VALUE);
    private static final Pattern TYPE = Pattern.compile("counter|gauge|histogram|summary|untyped");
    private static final Pattern PART = Pattern.compile("(.+)_(?:bucket|count|sum)");

    /** What stands above the samples of a name. */
    record Family(Optional<String> type, Optional<String> help) {}

    /** A name with its labels. */
    record Series(String name, Map<String, String> labels) {}

    static Scrape of(String text) {
        Map<String, Family> families = new TreeMap<>();
        Map<Series, Double> series = new LinkedHashMap<>();
        text.lines().filter(line -> !line.isEmpty()).forEach(line -> {
            if (line.startsWith("#")) {
                describe(line, families);
            } else {
                Matcher sample = matched(SAMPLE, line);
                Series one = new Series(sample.group(1), labels(sample.group(2)));
                if (series.put(one, number(sample.group(5))) != null) {
                    throw new AssertionError("twice: " + line);
                }
            }
        });
        return new Scrape(families, series);
    }

    private static void describe(String line, Map<String, Family> families) {
        Matcher comment = matched(COMMENT, line);
        Family known = families.getOrDefault(comment.group(2), new Family(Optional.empty(), Optional.empty()));
        boolean type = comment.group(1).equals("TYPE");
        if (type && !TYPE.matcher(comment.group(3)).matches()) {
            throw new AssertionError("no type: " + line);
        }
        families.put(
                comment.group(2),
                type
                        ? new Family(Optional.of(comment.group(3)), known.help())
                        : new Family(known.type(), Optional.of(comment.group(3))));
    }

    private static Map<String, String> labels(String text) {
        Map<String, String> labels = new TreeMap<>();
        if (text != null) {
            PAIR.matcher(text).results().forEach(pair -> labels.put(pair.group(1), pair.group(2)));
        }
        return labels;
    }

    private static double number(String text) {
        return switch (text) {
            case "+Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }

    private static Matcher matched(Pattern pattern, String line) {
        Matcher matcher = pattern.matcher(line);
        if (!matcher.matches()) {
            throw new AssertionError("not a line of Prometheus' text format: " + line);
        }
        return matcher;
    }

    /** The family to which the samples of this name belong. */
    Optional<String> family(String name) {
        Matcher part = PART.matcher(name);
        if (families.containsKey(name)) {
            return Optional.of(name);
        }
        return part.matches() && families.containsKey(part.group(1)) ? Optional.of(part.group(1)) : Optional.empty();
    }

    double value(String name, String... pairs) {
        Map<String, String> labels = new TreeMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            labels.put(pairs[i], pairs[i + 1]);
        }
        return Optional.ofNullable(series.get(new Series(name, labels)))
                .orElseThrow(() -> new AssertionError(name + labels + " is missing"));
    }

    /** Whether there is a series of this name that has this label so. */
    boolean has(String name, String label, String value) {
        return series.keySet().stream()
                .anyMatch(one ->
                        one.name().equals(name) && value.equals(one.labels().get(label)));
    }

    /** What has grown from the other answer to this one, of series with this name. */
    List<Series> grownSince(Scrape before, String name) {
        List<Series> grown = new ArrayList<>();
        series.forEach((one, value) -> {
            if (one.name().equals(name) && value > before.series.getOrDefault(one, 0.0)) {
                grown.add(one);
            }
        });
        return grown;
    }
}

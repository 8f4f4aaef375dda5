package fr.sisamu.portail.liberty.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A table of one benchmark, for the log and for {@code target/benchmark.txt}. */
public final class Report {

    private static final Path FILE = Path.of(System.getProperty("benchmark.file"));

    private static boolean begun;

    private final List<String> lines = new ArrayList<>();

    public Report(String title) throws IOException {
        lines.add("");
        lines.add("== " + title);
        line("Java of the benchmark", System.getProperty("java.runtime.version"));
        line("processor", processor());
        line("load average at the start", load());
    }

    public Report line(String what, String value) {
        lines.add(String.format(Locale.ROOT, "%-58s %s", what, value));
        return this;
    }

    public Report line(String what, Spread value, String unit) {
        return line(what, value + " " + unit);
    }

    /** Prints the table, and adds it to the file, which the first table of a run begins anew. */
    public void print() throws IOException {
        line("load average at the end", load());
        lines.forEach(System.out::println);
        if (!begun) {
            Files.deleteIfExists(FILE);
            begun = true;
        }
        Files.write(FILE, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static String load() {
        return String.format(
                Locale.ROOT,
                "%.2f",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private static String processor() throws IOException {
        String model = Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                .filter(line -> line.startsWith("model name"))
                .findFirst()
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .orElse("unknown");
        return Runtime.getRuntime().availableProcessors() + " x " + model;
    }
}

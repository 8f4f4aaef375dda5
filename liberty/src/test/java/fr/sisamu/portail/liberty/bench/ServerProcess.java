package fr.sisamu.portail.liberty.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the system says of a server's process (proc(5)). Its processor time is the figure to trust on a machine that
 * others use too: how long a login takes depends on them, what it costs does not.
 */
final class ServerProcess {

    private static final double NANOS_PER_MILLI = 1_000_000;

    private final Path directory;

    /** What each thread had used when it was last seen, for those that end between two readings. */
    private final Map<Path, Long> others = new HashMap<>();

    private final Map<Path, Long> compilers = new HashMap<>();

    ServerProcess(long pid) {
        directory = Path.of("/proc", Long.toString(pid));
    }

    /** The server that the build has started. */
    static ServerProcess started(String name) throws IOException {
        Path file = Path.of(System.getProperty("wlp.home"), "usr", "servers", ".pid", name + ".pid");
        return new ServerProcess(Long.parseLong(Files.readString(file).strip()));
    }

    /**
     * Processor time, in user and system mode, of the threads seen since the first reading. Counted by the scheduler in
     * nanoseconds, so that a single request can be measured between two others.
     */
    Cost cpu() throws IOException {
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(directory.resolve("task"))) {
            threads.forEach(this::read);
        }
        return new Cost(millis(others) + millis(compilers), millis(compilers));
    }

    private void read(Path thread) {
        try {
            String name = Files.readString(thread.resolve("comm"));
            boolean compiler = name.startsWith("C1 Compiler") || name.startsWith("C2 Compiler");
            String[] runningWaitingTurns =
                    Files.readString(thread.resolve("schedstat")).split(" ", -1);
            (compiler ? compilers : others).put(thread, Long.parseLong(runningWaitingTurns[0]));
        } catch (IOException e) {
            // it has just ended
        }
    }

    private static double millis(Map<Path, Long> threads) {
        return threads.values().stream().mapToLong(Long::longValue).sum() / NANOS_PER_MILLI;
    }

    /** Resident memory in MiB. */
    long residentMebibytes() throws IOException {
        String line = Files.readAllLines(directory.resolve("status")).stream()
                .filter(each -> each.startsWith("VmRSS:"))
                .findFirst()
                .orElseThrow();
        return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
    }

    /** What is alive on the heap, in MiB: collected first, for what is not does not count. */
    long usedHeapMebibytes() throws IOException, InterruptedException {
        ask("GC.run");
        return ask("GC.heap_info")
                        .filter(line -> line.contains("total") && line.contains("used"))
                        .filter(line -> !line.contains("Metaspace"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll(".*used (\\d+)K.*", "$1")))
                        .sum()
                / 1024;
    }

    private Stream<String> ask(String command) throws IOException, InterruptedException {
        Path home = directory.resolve("exe").toRealPath().getParent();
        Process jcmd = new ProcessBuilder(
                        home.resolve("jcmd").toString(), directory.getFileName().toString(), command)
                .redirectErrorStream(true)
                .start();
        String answer = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        jcmd.waitFor();
        return answer.lines();
    }

    /** The Java that runs it, which need not be the one of the tests. */
    String java() throws IOException {
        Path home = directory.resolve("exe").toRealPath().getParent().getParent();
        Path release = home.resolve("release");
        return Files.exists(release)
                ? Files.readAllLines(release).stream()
                        .filter(line -> line.startsWith("JAVA_RUNTIME_VERSION=") || line.startsWith("JAVA_VERSION="))
                        .reduce((one, other) -> one.length() >= other.length() ? one : other)
                        .map(line -> line.replaceAll(".*=|\"", ""))
                        .orElse("unknown")
                : "unknown";
    }
}

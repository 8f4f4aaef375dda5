package fr.sisamu.portail.liberty.bench;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the system says of a server's process (proc(5)). Its processor time is the figure to trust on a machine that
 * others use too: how long a login takes depends on them, what it costs does not.
 */
final class ServerProcess {

    /** Clock ticks a second of {@code /proc/<pid>/stat}: the same on every Linux that Java runs on. */
    private static final double MILLIS_PER_TICK = 10;

    private final Path directory;

    ServerProcess(long pid) {
        directory = Path.of("/proc", Long.toString(pid));
    }

    /** The server that the build has started. */
    static ServerProcess started(String name) throws IOException {
        Path file = Path.of(System.getProperty("wlp.home"), "usr", "servers", ".pid", name + ".pid");
        return new ServerProcess(Long.parseLong(Files.readString(file).strip()));
    }

    /** Processor time since its start, in user and system mode. */
    Cost cpu() throws IOException {
        double compilers = 0;
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(directory.resolve("task"))) {
            for (Path thread : threads) {
                compilers += compilerMillis(thread);
            }
        }
        return new Cost(millis(Files.readString(directory.resolve("stat"))), compilers);
    }

    private static double compilerMillis(Path thread) {
        try {
            String stat = Files.readString(thread.resolve("stat"));
            return stat.contains("(C1 Compiler") || stat.contains("(C2 Compiler") ? millis(stat) : 0;
        } catch (IOException e) {
            return 0; // it has just ended
        }
    }

    private static double millis(String stat) {
        String[] afterName = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(afterName[11]) + Long.parseLong(afterName[12])) * MILLIS_PER_TICK;
    }

    /** Resident memory in MiB. */
    long residentMebibytes() throws IOException {
        String line = Files.readAllLines(directory.resolve("status")).stream()
                .filter(each -> each.startsWith("VmRSS:"))
                .findFirst()
                .orElseThrow();
        return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
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

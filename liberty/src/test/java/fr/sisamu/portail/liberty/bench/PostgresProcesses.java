package fr.sisamu.portail.liberty.bench;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** What the system says of a PostgreSQL: one process for each connection, all children of one (proc(5)). */
final class PostgresProcesses {

    private static final double NANOS_PER_MILLI = 1_000_000;

    private final long postmaster;

    /** What each process had used when it was last seen, for those that end between two readings. */
    private final Map<Path, Long> used = new HashMap<>();

    PostgresProcesses(long postmaster) {
        this.postmaster = postmaster;
    }

    /** Processor time in milliseconds of the processes seen since the first reading. */
    double cpuMillis() throws IOException {
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            processes.forEach(this::read);
        }
        return used.values().stream().mapToLong(Long::longValue).sum() / NANOS_PER_MILLI;
    }

    private void read(Path process) {
        try {
            String stat = Files.readString(process.resolve("stat"));
            String[] afterName = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            if (Long.parseLong(afterName[1]) == postmaster) {
                used.put(
                        process,
                        Long.parseLong(
                                Files.readString(process.resolve("schedstat")).split(" ", -1)[0]));
            }
        } catch (IOException e) {
            // it has just ended
        }
    }
}

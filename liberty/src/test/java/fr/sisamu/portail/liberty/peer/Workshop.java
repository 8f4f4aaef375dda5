package fr.sisamu.portail.liberty.peer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** A directory of its own for one peer, with its configuration and its processes, all gone when it is closed. */
final class Workshop implements AutoCloseable {

    private static final Path TEMPLATES = Path.of(System.getProperty("basedir"), "src", "test", "peers");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path directory;
    private final Deque<Process> processes = new ArrayDeque<>();

    Workshop() throws IOException {
        // Not below the project: a peer that gives up root's rights must be able to come in.
        directory = Files.createTempDirectory("portail-peer");
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx--x--x"));
    }

    Path directory() {
        return directory;
    }

    Path file(String name) {
        return directory.resolve(name);
    }

    /** Copies a template and fills in what stands between at signs in it. */
    void write(String template, Path target, Map<String, Object> values) throws IOException {
        String text = Files.readString(template(template));
        for (Map.Entry<String, Object> value : values.entrySet()) {
            text = text.replace("@" + value.getKey() + "@", value.getValue().toString());
        }
        Files.createDirectories(target.getParent());
        Files.writeString(target, text);
    }

    static Path template(String name) {
        return TEMPLATES.resolve(name);
    }

    void run(String... command) throws IOException {
        processes.push(new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(file(Path.of(command[0]).getFileName() + ".log").toFile())
                .start());
    }

    /** Ends the processes, the youngest first. */
    void stop() {
        while (!processes.isEmpty()) {
            Process process = processes.pop();
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
            try {
                if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Waits for it; if it does not come, what the processes have written says why. */
    void await(String what, BooleanSupplier condition) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within " + PATIENCE + ": " + what + "\n" + logs());
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }

    private String logs() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            StringBuilder logs = new StringBuilder();
            for (Path log :
                    files.filter(file -> file.toString().endsWith(".log")).toList()) {
                String text = Files.readString(log, StandardCharsets.ISO_8859_1);
                logs.append(log.getFileName()).append(":\n").append(text.substring(Math.max(0, text.length() - 2000)));
            }
            return logs.toString();
        }
    }

    static boolean listens(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws IOException {
        stop();
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).forEach(Workshop::delete);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

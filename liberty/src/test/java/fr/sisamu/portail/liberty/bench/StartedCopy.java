package fr.sisamu.portail.liberty.bench;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** A copy of the built server beside the one that the build runs: same files, own ports, own database file. */
final class StartedCopy {

    private static final String NAME = "portail-bench";
    private static final List<String> OF_A_RUN = List.of("configDropins", "data", "logs", "tranlog", "workarea");
    private static final Path WLP = Path.of(System.getProperty("wlp.home"));
    private static final Path SERVERS = WLP.resolve("usr").resolve("servers");
    private static final double PATIENCE_SECONDS = 180;

    private final List<Integer> ports;
    private Process process;

    private StartedCopy(List<Integer> ports) {
        this.ports = ports;
    }

    static StartedCopy ofTheBuiltServer() throws IOException {
        Path copy = SERVERS.resolve(NAME);
        if (Files.exists(copy)) {
            try (Stream<Path> old = Files.walk(copy)) {
                old.sorted((one, other) -> other.compareTo(one))
                        .forEach(path -> path.toFile().delete());
            }
        }
        Path built = SERVERS.resolve("portail");
        try (Stream<Path> files = Files.walk(built)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path relative = built.relativize(file);
                if (!OF_A_RUN.contains(relative.getName(0).toString())) {
                    Path target = copy.resolve(relative);
                    Files.createDirectories(target.getParent());
                    Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
        try (ServerSocket http = new ServerSocket(0);
                ServerSocket portal = new ServerSocket(0);
                ServerSocket card = new ServerSocket(0)) {
            return new StartedCopy(List.of(http.getLocalPort(), portal.getLocalPort(), card.getLocalPort()));
        }
    }

    Path directory() {
        return SERVERS.resolve(NAME);
    }

    /** Seconds from the command to the first answer that says « ready ». */
    double startUntilReady() throws IOException {
        ProcessBuilder command = command("run");
        long start = System.nanoTime();
        process = command.start();
        while (!ready()) {
            if ((System.nanoTime() - start) / 1e9 > PATIENCE_SECONDS) {
                throw new IllegalStateException("not ready after " + PATIENCE_SECONDS + " s");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
        return (System.nanoTime() - start) / 1e9;
    }

    /** The Java process, which is the last one that the command has started. */
    ServerProcess process() {
        return new ServerProcess(process.descendants()
                .reduce((one, other) -> other)
                .orElse(process.toHandle())
                .pid());
    }

    void stop() throws IOException, InterruptedException {
        command("stop").start().waitFor();
        process.waitFor();
    }

    private ProcessBuilder command(String verb) {
        ProcessBuilder command = new ProcessBuilder(
                        WLP.resolve("bin").resolve("server").toString(), verb, NAME)
                .redirectErrorStream(true)
                .redirectOutput(SERVERS.resolve(NAME).resolve(verb + ".log").toFile());
        command.environment().put("JAVA_HOME", System.getProperty("java.home"));
        command.environment().put("http_port", ports.get(0).toString());
        command.environment().put("portal_port", ports.get(1).toString());
        command.environment().put("card_port", ports.get(2).toString());
        return command;
    }

    private boolean ready() throws IOException {
        HttpURLConnection health = (HttpURLConnection) URI.create("http://localhost:" + ports.get(0) + "/health/ready")
                .toURL()
                .openConnection();
        try {
            return health.getResponseCode() == 200;
        } catch (IOException e) {
            return false; // nobody listens yet
        } finally {
            health.disconnect();
        }
    }
}

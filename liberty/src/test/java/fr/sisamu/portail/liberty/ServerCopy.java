package fr.sisamu.portail.liberty;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A copy of the built server beside the one that the build runs: same files, own ports, own database file. A test may
 * start it, kill it and change its settings without troubling the others.
 */
public final class ServerCopy {

    private static final List<String> OF_A_RUN = List.of("configDropins", "data", "logs", "tranlog", "workarea");
    private static final Path WLP = Path.of(System.getProperty("wlp.home"));
    private static final Path SERVERS = WLP.resolve("usr").resolve("servers");
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final String name;
    private final RunningServer server;
    private final Map<String, String> settings = new TreeMap<>();
    private Process process;

    private ServerCopy(String name, RunningServer server) {
        this.name = name;
        this.server = server;
    }

    /** Copies the server as it was built, over what an earlier copy of this name has left. */
    public static ServerCopy named(String name) throws IOException {
        Path copy = SERVERS.resolve(name);
        delete(copy);
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
                ServerSocket card = new ServerSocket(0);
                ServerSocket smpp = new ServerSocket(0);
                ServerSocket smtp = new ServerSocket(0);
                ServerSocket psc = new ServerSocket(0)) {
            ServerCopy made = new ServerCopy(
                    name, new RunningServer(http.getLocalPort(), portal.getLocalPort(), card.getLocalPort()));
            made.set("smpp.port", Integer.toString(smpp.getLocalPort()));
            made.set("smtp.port", Integer.toString(smtp.getLocalPort()));
            made.set("psc.port", Integer.toString(psc.getLocalPort()));
            return made;
        }
    }

    public Path directory() {
        return SERVERS.resolve(name);
    }

    /** Where it listens. */
    public RunningServer server() {
        return server;
    }

    /** Gives a variable of the server's configuration another value, from its next start on. */
    public void set(String variable, String value) throws IOException {
        settings.put(variable, value);
        Path overrides = directory().resolve("configDropins").resolve("overrides");
        Files.createDirectories(overrides);
        Files.writeString(
                overrides.resolve("test.xml"),
                settings.entrySet().stream()
                        .map(each -> "  <variable name=\"" + each.getKey() + "\" value=\"" + escaped(each.getValue())
                                + "\"/>\n")
                        .collect(Collectors.joining("", "<server>\n", "</server>\n")));
    }

    private static String escaped(String value) {
        return value.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    public void start() throws IOException {
        process = command("run").start();
    }

    /** Seconds from the command to the first answer that says « ready ». */
    public double startUntilReady() throws IOException {
        long begin = System.nanoTime();
        start();
        awaitHealth("/health/ready", 200);
        return (System.nanoTime() - begin) / 1e9;
    }

    /** Waits until this health check of the copy answers so. */
    public void awaitHealth(String check, int status) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (health(check) != status) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(check + " did not answer " + status + " within " + PATIENCE);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    /** What its readiness check says, as JSON. */
    public String ready() {
        return CardWay.answer(server.http("/health/ready"));
    }

    /** The port of its simulated SMS centre. */
    public int smppPort() {
        return Integer.parseInt(settings.get("smpp.port"));
    }

    /** Waits until cards can come in. */
    public void awaitCards() {
        CardWay.awaitOpen(server.http("/health/ready"));
    }

    /** The process of the server, which is the last one that the command has started. */
    public long pid() {
        return java().pid();
    }

    public void stop() throws IOException, InterruptedException {
        command("stop").start().waitFor();
        process.waitFor();
    }

    /** Ends the process at once, as the loss of its machine would. */
    public void kill() throws InterruptedException {
        java().destroyForcibly();
        process.waitFor();
    }

    private ProcessHandle java() {
        return process.descendants().reduce((one, other) -> other).orElse(process.toHandle());
    }

    private ProcessBuilder command(String verb) {
        ProcessBuilder command = new ProcessBuilder(
                        WLP.resolve("bin").resolve("server").toString(), verb, name)
                .redirectErrorStream(true)
                .redirectOutput(directory().resolve(verb + ".log").toFile());
        command.environment().put("JAVA_HOME", System.getProperty("java.home"));
        command.environment().put("http_port", Integer.toString(server.httpPort()));
        command.environment().put("portal_port", Integer.toString(server.portalPort()));
        command.environment().put("card_port", Integer.toString(server.cardPort()));
        return command;
    }

    /** The status of a health check; 0 while nobody listens. */
    public int health(String check) throws IOException {
        HttpURLConnection health =
                (HttpURLConnection) server.http(check).toURL().openConnection();
        try {
            return health.getResponseCode();
        } catch (IOException e) {
            return 0;
        } finally {
            health.disconnect();
        }
    }

    private static void delete(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> old = Files.walk(directory)) {
                old.sorted((one, other) -> other.compareTo(one))
                        .forEach(path -> path.toFile().delete());
            }
        }
    }
}

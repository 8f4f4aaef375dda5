package fr.sisamu.portail.liberty.browser;

import fr.sisamu.portail.liberty.DemonstrationFiles;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** A Keycloak that speaks like Pro Santé Connect, with a realm of the demonstration's doctors. On loopback alone. */
final class Keycloak implements AutoCloseable {

    static final String REALM = "esante-wallet";

    private static final String READY = "Listening on: ";
    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(5);

    private final int port;
    private final Path log;
    private final Process process;

    private Keycloak(int port, Path log, Process process) {
        this.port = port;
        this.log = log;
        this.process = process;
    }

    /** Starts the unpacked one for the portal of this origin. */
    static Keycloak start(String portal) throws IOException {
        Path home = home();
        Path realm = home.resolve("data").resolve("import").resolve(REALM + "-realm.json");
        Files.createDirectories(realm.getParent());
        Path template = Path.of(System.getProperty("keycloak.realm"));
        Files.writeString(
                realm, Files.readString(template, StandardCharsets.UTF_8).replace("@portal@", portal));
        int port = freePort();
        Path log = home.resolve("portail.log");
        ProcessBuilder command = new ProcessBuilder(
                        home.resolve("bin").resolve("kc.sh").toString(),
                        "start-dev",
                        "--db=dev-mem",
                        "--http-host=127.0.0.1",
                        "--http-port=" + freePort(), // which the mode of development opens whatever it is told
                        "--https-port=" + port,
                        "--hostname=https://localhost:" + port,
                        "--https-key-store-file=" + DemonstrationFiles.serverKey(),
                        "--https-key-store-password=" + DemonstrationFiles.PASSWORD,
                        "--truststore-paths=" + DemonstrationFiles.serverAuthority(),
                        "--import-realm")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        command.environment().put("JAVA_HOME", System.getProperty("java.home"));
        command.environment().put("JAVA_OPTS_KC_HEAP", "-Xmx512m");
        Keycloak started = new Keycloak(port, log, command.start());
        started.awaitReady();
        return started;
    }

    private static Path home() throws IOException {
        try (Stream<Path> unpacked = Files.list(Path.of(System.getProperty("keycloak.home")))) {
            Path home = unpacked.filter(path -> path.getFileName().toString().startsWith("keycloak-"))
                    .findFirst()
                    .orElseThrow();
            File start = home.resolve("bin").resolve("kc.sh").toFile();
            if (!start.setExecutable(true)) {
                throw new IOException("cannot be made to start: " + start);
            }
            return home;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    private void awaitReady() throws IOException {
        long end = System.nanoTime() + PATIENCE;
        while (!Files.readString(log, StandardCharsets.UTF_8).contains(READY)) {
            if (System.nanoTime() > end || !process.isAlive()) {
                close();
                throw new IOException("Keycloak did not start; see " + log);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500));
        }
    }

    String issuer() {
        return "https://localhost:" + port + "/realms/" + REALM;
    }

    /** Its log-out page, where whoever comes without a token is asked. */
    String logout() {
        return issuer() + "/protocol/openid-connect/logout";
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }
}

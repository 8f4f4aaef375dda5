package fr.sisamu.portail.liberty.blackbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A real HAProxy or nginx before the card endpoint of a server. It runs on the very file of the handbook, in which only
 * the example's names, addresses and paths give way to those of this machine.
 */
final class ProxyServer implements AutoCloseable {

    private static final Path HANDBOOK = Path.of(System.getProperty("handbook"), "mandataires");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final String NGINX_FRAME = """
            daemon off;
            pid nginx.pid;
            events {}
            http {
              access_log off;
              client_body_temp_path body;
              proxy_temp_path proxy;
              fastcgi_temp_path fastcgi;
              uwsgi_temp_path uwsgi;
              scgi_temp_path scgi;
              include card.conf;
            }
            """;

    private final Process process;
    private final Path directory;
    private final int port;

    private ProxyServer(Process process, Path directory, int port) {
        this.process = process;
        this.directory = directory;
        this.port = port;
    }

    /** Starts the proxy and waits until it listens. */
    static ProxyServer start(ProxyKind kind, int cardPort) throws IOException {
        Path directory = Files.createDirectories(Path.of(System.getProperty("proxies"), kind.name()));
        int port = freePort();
        ProxyKeys.write(directory);
        Files.writeString(directory.resolve("card.conf"), adapted(kind, directory, port, cardPort));
        Files.writeString(directory.resolve("frame.conf"), NGINX_FRAME);
        String command = kind == ProxyKind.NGINX
                ? "nginx -p \"$0\" -c \"$0/frame.conf\" -e \"$0/error.log\""
                : "haproxy -db -f \"$0/card.conf\"";
        Process process = new ProcessBuilder(
                        "sh", "-c", "PATH=\"$PATH:/usr/sbin\"; exec " + command, directory.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("output.log").toFile())
                .start();
        ProxyServer proxy = new ProxyServer(process, directory, port);
        proxy.awaitListening();
        return proxy;
    }

    private static String adapted(ProxyKind kind, Path directory, int port, int cardPort) throws IOException {
        String text = kind.chosen(Files.readString(HANDBOOK.resolve(kind.file)));
        for (Map.Entry<String, String> each : here(directory, port, cardPort).entrySet()) {
            text = text.replace(each.getKey(), each.getValue());
        }
        if (text.contains("chu-exemple") || text.contains("192.0.2") || text.contains("/etc/")) {
            throw new IllegalStateException("an example of the handbook has no counterpart here:\n" + text);
        }
        return text;
    }

    private static Map<String, String> here(Path directory, int port, int cardPort) {
        return Map.of(
                "bind :9444",
                "bind 127.0.0.1:" + port,
                "listen 9444",
                "listen 127.0.0.1:" + port,
                "/etc/haproxy",
                directory.toString(),
                "/etc/nginx",
                directory.toString(),
                "portail1.chu-exemple.fr:9444",
                "127.0.0.1:" + cardPort,
                "portail.chu-exemple.fr",
                "localhost",
                "carte.chu-exemple.fr",
                "carte.localhost",
                "en chu-exemple.fr",
                "",
                "192.0.2.10",
                CardForwarder.PROXY);
    }

    int port() {
        return port;
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    private void awaitListening() throws IOException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!listens()) {
            if (!process.isAlive() || Instant.now().isAfter(end)) {
                String said = Files.readString(directory.resolve("output.log"));
                close();
                throw new IllegalStateException("the proxy does not listen: " + said);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    private boolean listens() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}

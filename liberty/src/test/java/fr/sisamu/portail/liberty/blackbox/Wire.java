package fr.sisamu.portail.liberty.blackbox;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLContext;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.message.BasicHeader;

/** A TLS connection on which one writes what no client would send: half a body, wrong lengths, one octet at a time. */
public final class Wire implements AutoCloseable {

    private static final SSLContext TLS = CardClient.tls();
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final Socket socket;
    private final InputStream in;

    private Wire(Socket socket) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
        socket.setSoTimeout((int) PATIENCE.toMillis());
    }

    public static Wire to(int port) throws IOException {
        return from(InetAddress.getLoopbackAddress(), port);
    }

    /** From another address of this machine. */
    public static Wire from(InetAddress source, int port) throws IOException {
        Socket plain = new Socket();
        plain.bind(new InetSocketAddress(source, 0));
        plain.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), (int) PATIENCE.toMillis());
        plain.setTcpNoDelay(true);
        return new Wire(TLS.getSocketFactory().createSocket(plain, "localhost", port, true));
    }

    public Wire send(String text) throws IOException {
        return send(text.getBytes(StandardCharsets.UTF_8));
    }

    public Wire send(byte[] octets) throws IOException {
        socket.getOutputStream().write(octets);
        socket.getOutputStream().flush();
        return this;
    }

    /** Sends so much, or until the server hangs up. */
    void pour(byte[] piece, long octets) {
        try {
            for (long sent = 0; sent < octets; sent += piece.length) {
                send(piece);
            }
        } catch (IOException hungUp) {
            // which is one way to say that it is enough
        }
    }

    public Answer answer() throws IOException {
        String status = line();
        List<Header> headers = new ArrayList<>();
        for (String header = line(); !header.isEmpty(); header = line()) {
            String[] parts = header.split(": ?", 2);
            headers.add(new BasicHeader(parts[0], parts[1]));
        }
        Answer head = new Answer(Integer.parseInt(status.split(" ", -1)[1]), headers, "");
        return new Answer(head.status(), headers, new String(body(head), StandardCharsets.UTF_8));
    }

    private byte[] body(Answer head) throws IOException {
        if (head.header("Transfer-Encoding").isPresent()) {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
                all.write(in.readNBytes(size));
                line();
            }
            line();
            return all.toByteArray();
        }
        return in.readNBytes(head.header("Content-Length").map(Integer::valueOf).orElse(0));
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int octet = in.read(); octet != '\n'; octet = in.read()) {
            if (octet < 0) {
                throw new EOFException("the server hung up after: " + line.toString(StandardCharsets.UTF_8));
            }
            if (octet != '\r') {
                line.write(octet);
            }
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    /** Whether the server hangs up within this time, after the answer that was read. */
    boolean isClosedWithin(Duration time) throws IOException {
        socket.setSoTimeout((int) time.toMillis());
        try {
            return in.read() < 0;
        } catch (SocketTimeoutException open) {
            return false;
        } catch (SocketException reset) {
            return true;
        }
    }

    /** The beginning of a request: its line and headers, but for the empty line that ends them. */
    static String head(String method, String path, int port, String... headers) {
        String own = String.join("\r\n", headers);
        return String.format(
                Locale.ROOT,
                "%s %s HTTP/1.1\r\nHost: localhost:%d\r\nOrigin: https://localhost:%d\r\n%s%s",
                method,
                path,
                port,
                port,
                own,
                own.isEmpty() ? "" : "\r\n");
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

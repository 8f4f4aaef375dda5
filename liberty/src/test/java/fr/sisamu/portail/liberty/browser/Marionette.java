package fr.sisamu.portail.liberty.browser;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.json.Json;

/**
 * The protocol that Firefox itself speaks to whoever drives it, and that Mozilla's geckodriver speaks for others: on a
 * socket, each packet the length of a JSON text, a colon and the text; a command is {@code [0, number, name, parameters]},
 * its answer {@code [1, number, error, result]}.
 */
final class Marionette implements Closeable {

    /** Longer than Firefox waits for any page or script. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Json JSON = new Json();

    private final Socket socket;
    private final InputStream in;
    private int number;

    /** What Firefox answers: a result, or the error of WebDriver with its message. */
    record Answer(Map<String, Object> error, Object result) {

        boolean failed() {
            return error != null;
        }
    }

    Marionette(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout((int) PATIENCE.toMillis());
        socket.setTcpNoDelay(true);
        in = socket.getInputStream();
        read(); // who is there
    }

    Answer ask(String command, Map<String, ?> parameters) throws IOException {
        number++;
        byte[] text = JSON.toJson(List.of(0, number, command, parameters)).getBytes(StandardCharsets.UTF_8);
        socket.getOutputStream().write((text.length + ":").getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().write(text);
        List<?> packet = JSON.toType(read(), List.class);
        Object said = packet.get(1);
        if (!(said instanceof Number answered) || answered.intValue() != number) {
            throw new IOException("Firefox answers " + said + " to " + number);
        }
        return new Answer(packet.get(2) == null ? null : map(packet.get(2)), packet.get(3));
    }

    /** The result of what cannot fail unless the test is wrong. */
    Object demand(String command, Map<String, ?> parameters) throws IOException {
        Answer answer = ask(command, parameters);
        if (answer.failed()) {
            throw new IOException(command + ": " + answer.error());
        }
        return answer.result();
    }

    @SuppressWarnings("unchecked") // an object of JSON
    static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    private String read() throws IOException {
        int length = 0;
        for (int digit = octet(); digit != ':'; digit = octet()) {
            length = 10 * length + digit - '0';
        }
        byte[] text = in.readNBytes(length);
        if (text.length < length) {
            throw new EOFException("Firefox is gone");
        }
        return new String(text, StandardCharsets.UTF_8);
    }

    private int octet() throws IOException {
        int octet = in.read();
        if (octet < 0) {
            throw new EOFException("Firefox is gone");
        }
        return octet;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

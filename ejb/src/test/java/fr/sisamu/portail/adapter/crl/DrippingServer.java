package fr.sisamu.portail.adapter.crl;

import static java.nio.charset.StandardCharsets.US_ASCII;

import fr.sisamu.portail.testdb.Threads;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Answers one request with a header that goes on, letter by letter, until the client hangs up. */
final class DrippingServer implements AutoCloseable {

    private final ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final CountDownLatch hungUp = new CountDownLatch(1);

    DrippingServer() throws IOException {
        Threads.managed().execute(this::drip);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/list.crl");
    }

    private void drip() {
        try (Socket client = server.accept()) {
            OutputStream answer = client.getOutputStream();
            answer.write("HTTP/1.1 200 OK\r\nX-Endless: ".getBytes(US_ASCII));
            while (!server.isClosed()) {
                answer.write('.');
                answer.flush();
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            }
        } catch (SocketException e) {
            hungUp.countDown();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns once the client has closed the connection. */
    void awaitHungUp() {
        try {
            if (!hungUp.await(20, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the client is still there");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}

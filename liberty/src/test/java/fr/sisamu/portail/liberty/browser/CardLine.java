package fr.sisamu.portail.liberty.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The line between a post and the card endpoint, on which the test may sit. Cut, it takes each connection and closes it
 * after the first words of the browser, as a server does whose TLS refuses a card; whole, it carries them to and fro.
 */
final class CardLine implements AutoCloseable {

    private final int cardPort;
    private final ServerSocket post = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private volatile boolean cut;
    private volatile int cuts;

    private CardLine(int cardPort) throws IOException {
        this.cardPort = cardPort;
        threads.execute(this::accept);
    }

    static CardLine cutBefore(int cardPort) throws IOException {
        CardLine line = new CardLine(cardPort);
        line.cut = true;
        return line;
    }

    /** Where the browser is to connect instead. */
    int port() {
        return post.getLocalPort();
    }

    /** How many connections were cut. */
    int cuts() {
        return cuts;
    }

    void mend() {
        cut = false;
    }

    private void accept() {
        while (!post.isClosed()) {
            try {
                Socket browser = post.accept();
                threads.execute(() -> serve(browser));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket browser) {
        try (browser) {
            if (cut) {
                if (browser.getInputStream().read() >= 0) {
                    count();
                }
                return;
            }
            try (Socket server = new Socket(InetAddress.getLoopbackAddress(), cardPort)) {
                threads.execute(() -> carry(server, browser));
                carry(browser, server);
            }
        } catch (IOException e) {
            // One of the two hung up: so does the line.
        }
    }

    private synchronized void count() {
        cuts++;
    }

    private static void carry(Socket from, Socket to) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            in.transferTo(out);
            to.shutdownOutput();
        } catch (IOException e) {
            // One of the two hung up; the other end of the line closes both.
        }
    }

    @Override
    public void close() throws IOException {
        post.close();
        threads.shutdownNow();
    }
}

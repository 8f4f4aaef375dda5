package fr.sisamu.portail.adapter.trace;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ServerSocketFactory;

/** A log collector that reads frames with octet counting, or accepts and then says and reads nothing. */
final class CollectorStub implements AutoCloseable {

    private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
    private final ServerSocket server;
    private final boolean silent;
    private volatile Socket last;

    CollectorStub(ServerSocketFactory sockets, int port, boolean silent) throws IOException {
        this.silent = silent;
        server = sockets.createServerSocket(port, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve, "collector");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return server.getLocalPort();
    }

    String next() throws InterruptedException {
        return messages.poll(20, TimeUnit.SECONDS);
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                last = socket;
                if (!silent) {
                    read(new DataInputStream(socket.getInputStream()));
                }
            } catch (IOException e) {
                // the peer has gone; the next one may come
            }
        }
    }

    private void read(DataInputStream in) throws IOException {
        while (true) {
            int length = 0;
            for (int digit = in.readUnsignedByte(); digit != ' '; digit = in.readUnsignedByte()) {
                length = length * 10 + digit - '0';
            }
            messages.add(new String(in.readNBytes(length), StandardCharsets.UTF_8));
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        if (last != null) {
            last.close();
        }
    }
}

package fr.sisamu.portail.liberty;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/**
 * The network between the portal and a PostgreSQL. It may be cut after so many questions, and then refuses everybody until
 * it is mended; or swallow every packet, both ways, as a firewall does that drops them without a word. Connections are open
 * then and new ones are accepted, and what was on its way arrives when the packets flow again.
 */
public final class DatabaseRelay implements AutoCloseable {

    /** What the first message of a connection says instead of a version, when it asks for encryption. */
    private static final Set<Integer> ENCRYPTION = Set.of(80877103, 80877104);

    private final ServerSocket entrance;
    private final int database;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile CountDownLatch silence = new CountDownLatch(0);
    private int questionsLeft = Integer.MAX_VALUE;
    private boolean cut;

    /** @param database the port on which the database listens on this machine */
    public DatabaseRelay(int database) throws IOException {
        this.database = database;
        entrance = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        spawn(this::accept);
    }

    public int port() {
        return entrance.getLocalPort();
    }

    /** Lets so many questions pass, over all connections, and cuts the next one off. */
    public synchronized void cutAfter(int questions) {
        questionsLeft = questions;
        cut = false;
    }

    public synchronized boolean isCut() {
        return cut;
    }

    public void mend() {
        cutAfter(Integer.MAX_VALUE);
    }

    public void swallow() {
        silence = new CountDownLatch(1);
    }

    public void flow() {
        silence.countDown();
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        flow();
        dropAll();
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = entrance.accept();
            open.add(client);
            spawn(() -> serve(client));
        }
    }

    private void serve(Socket client) throws IOException {
        pass();
        if (isCut()) {
            client.close();
            return;
        }
        Socket server = new Socket(InetAddress.getLoopbackAddress(), database);
        open.add(server);
        spawn(() -> answers(server, client));
        try (client;
                server) {
            questions(new DataInputStream(client.getInputStream()), new DataOutputStream(server.getOutputStream()));
        } finally {
            open.remove(client);
            open.remove(server);
        }
    }

    private void answers(Socket server, Socket client) throws IOException {
        byte[] buffer = new byte[8192];
        InputStream in = server.getInputStream();
        OutputStream out = client.getOutputStream();
        try (client;
                server) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                pass();
                out.write(buffer, 0, read);
            }
        }
    }

    /** Messages have a type and a length, but for those before the connection is open. */
    private void questions(DataInputStream in, DataOutputStream out) throws IOException {
        int code;
        do {
            int length = in.readInt();
            code = in.readInt();
            byte[] rest = in.readNBytes(length - 8);
            pass();
            out.writeInt(length);
            out.writeInt(code);
            out.write(rest);
        } while (ENCRYPTION.contains(code));
        while (true) {
            int type = in.read();
            if (type < 0) {
                return;
            }
            int length = in.readInt();
            byte[] rest = in.readNBytes(length - 4);
            pass();
            if (type == 'S' || type == 'Q') {
                count();
            }
            byte[] message = new byte[rest.length + 5];
            message[0] = (byte) type;
            for (int octet = 0; octet < 4; octet++) {
                message[1 + octet] = (byte) (length >>> (24 - 8 * octet));
            }
            System.arraycopy(rest, 0, message, 5, rest.length);
            out.write(message);
        }
    }

    private synchronized void count() {
        questionsLeft--;
        if (questionsLeft < 0) {
            cut = true;
            dropAll();
        }
    }

    private void dropAll() {
        for (Socket socket : open) {
            try {
                socket.close();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Returns when packets flow. */
    private void pass() throws IOException {
        try {
            silence.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void spawn(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException gone) {
                // The other side is gone, or the test is over: nothing is left to carry.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }
}

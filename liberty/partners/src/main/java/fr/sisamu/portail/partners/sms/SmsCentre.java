package fr.sisamu.portail.partners.sms;

import fr.sisamu.portail.partners.fault.FaultMode;
import fr.sisamu.portail.partners.outbox.Outbox;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.session.BindRequest;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SMPPServerSessionListener;
import org.jsmpp.session.connection.ServerConnection;
import org.jsmpp.session.connection.ServerConnectionFactory;
import org.jsmpp.session.connection.socket.ServerSocketConnection;

/** Takes binds of the system {@code portail} on this machine alone, and hands what comes to {@link SubmittedMessages}. */
final class SmsCentre implements AutoCloseable {

    private static final Logger LOG = System.getLogger(SmsCentre.class.getName());
    private static final String SYSTEM = "portail";

    /** SMPP knows no longer ones than eight characters (SMPP 3.4 §5.2.2). */
    private static final String PASSWORD = "demosamu";

    private static final long PATIENCE_MILLIS = 5000;

    private final ExecutorService sessions = Executors.newCachedThreadPool();
    private final ScheduledExecutorService later = Executors.newScheduledThreadPool(2);
    private final SMPPServerSessionListener listener;
    private final SubmittedMessages messages;

    SmsCentre(int port, Outbox outbox, Supplier<FaultMode> mode) throws IOException {
        messages = new SubmittedMessages(outbox, mode, later);
        listener = new SMPPServerSessionListener(port, new Loopback());
        sessions.execute(this::accept);
    }

    private void accept() {
        while (!sessions.isShutdown()) {
            try {
                SMPPServerSession session = listener.accept();
                session.setMessageReceiverListener(messages);
                sessions.execute(() -> bind(session));
            } catch (IOException e) {
                LOG.log(Level.DEBUG, "no longer listening", e);
                return;
            }
        }
    }

    private static void bind(SMPPServerSession session) {
        try {
            BindRequest bind = session.waitForBind(PATIENCE_MILLIS);
            if (SYSTEM.equals(bind.getSystemId()) && PASSWORD.equals(bind.getPassword())) {
                bind.accept("FACTICE");
            } else {
                bind.reject(SMPPConstant.STAT_ESME_RINVPASWD);
            }
        } catch (TimeoutException | IOException | PDUStringException | IllegalStateException e) {
            LOG.log(Level.DEBUG, "a bind came to nothing", e);
            session.close();
        }
    }

    @Override
    public void close() throws IOException {
        sessions.shutdown();
        later.shutdownNow();
        listener.close();
        try {
            sessions.awaitTermination(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        sessions.shutdownNow();
    }

    /** Left to itself, the library listens on every address. */
    private static final class Loopback implements ServerConnectionFactory {

        @Override
        public ServerConnection listen(int port) throws IOException {
            return listen(port, 0);
        }

        @Override
        public ServerConnection listen(int port, int timeout) throws IOException {
            return listen(port, timeout, 50);
        }

        @Override
        public ServerConnection listen(int port, int timeout, int backlog) throws IOException {
            ServerSocket socket = new ServerSocket(port, backlog, InetAddress.getLoopbackAddress());
            socket.setSoTimeout(timeout);
            return new ServerSocketConnection(socket);
        }
    }
}

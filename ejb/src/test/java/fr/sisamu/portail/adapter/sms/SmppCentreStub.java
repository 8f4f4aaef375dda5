package fr.sisamu.portail.adapter.sms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.PDUStringException;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GSMSpecificFeature;
import org.jsmpp.bean.GeneralDataCoding;
import org.jsmpp.bean.MessageMode;
import org.jsmpp.bean.MessageType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.BindRequest;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.ServerMessageReceiverListener;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.session.connection.socket.SocketConnection;
import org.jsmpp.util.MessageId;

/** An SMS centre for one test, which answers as it is told to and counts who binds. */
final class SmppCentreStub implements AutoCloseable {

    private final ServerSocket socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<SMPPServerSession> sessions = new CopyOnWriteArrayList<>();
    private final List<SubmitSm> taken = new CopyOnWriteArrayList<>();
    private final AtomicInteger binds = new AtomicInteger();
    private final CountDownLatch released = new CountDownLatch(1);
    private volatile int status;
    private volatile boolean silent;
    private volatile int bindStatus;

    SmppCentreStub() throws IOException {
        threads.execute(this::accept);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** The command_status of the next answers; 0 takes the message. */
    void answer(int commandStatus) {
        status = commandStatus;
    }

    void refuseBinds(int commandStatus) {
        bindStatus = commandStatus;
    }

    void fallSilent() {
        silent = true;
    }

    List<SubmitSm> taken() {
        return taken;
    }

    int binds() {
        return binds.get();
    }

    /** Loses every connection, as a restart of the centre does. */
    void cut() {
        sessions.forEach(SMPPServerSession::close);
        sessions.clear();
    }

    /** A receipt, or whatever else this text is (SMPP 3.4, appendix B). */
    void deliver(String text)
            throws PDUException, ResponseTimeoutException, InvalidResponseException, NegativeResponseException,
                    IOException {
        deliver(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** As a centre does whose texts stand in message_payload. */
    void deliverInPayload(String text)
            throws PDUException, ResponseTimeoutException, InvalidResponseException, NegativeResponseException,
                    IOException {
        deliver(new byte[0], new OptionalParameter.Message_payload(text.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private void deliver(byte[] text, OptionalParameter... more)
            throws PDUException, ResponseTimeoutException, InvalidResponseException, NegativeResponseException,
                    IOException {
        sessions.get(sessions.size() - 1)
                .deliverShortMessage(
                        "",
                        TypeOfNumber.INTERNATIONAL,
                        NumberingPlanIndicator.ISDN,
                        "33612345678",
                        TypeOfNumber.ALPHANUMERIC,
                        NumberingPlanIndicator.UNKNOWN,
                        "SI-SAMU",
                        new ESMClass(MessageMode.DEFAULT, MessageType.SMSC_DEL_RECEIPT, GSMSpecificFeature.DEFAULT),
                        (byte) 0,
                        (byte) 0,
                        new RegisteredDelivery(0),
                        new GeneralDataCoding(),
                        text,
                        more);
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                SMPPServerSession session =
                        new SMPPServerSession(new SocketConnection(socket.accept()), null, listener(), null, 3, 100);
                threads.execute(() -> bind(session));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void bind(SMPPServerSession session) {
        try {
            BindRequest bind = session.waitForBind(5000);
            binds.incrementAndGet();
            if (bindStatus != 0) {
                bind.reject(bindStatus);
                return;
            }
            sessions.add(session);
            bind.accept("STUB");
        } catch (IOException | TimeoutException | PDUStringException e) {
            session.close();
        }
    }

    /** Of the library's many requests the portal makes one. */
    private ServerMessageReceiverListener listener() {
        return (ServerMessageReceiverListener) Proxy.newProxyInstance(
                SmppCentreStub.class.getClassLoader(),
                new Class<?>[] {ServerMessageReceiverListener.class},
                (proxy, method, args) -> submitted((SubmitSm) args[0]));
    }

    private SubmitSmResult submitted(SubmitSm message) throws Exception {
        if (silent && !released.await(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("nobody has released the silent centre");
        }
        if (status != 0) {
            throw new ProcessRequestException("as the test wants", status);
        }
        taken.add(message);
        return new SubmitSmResult(new MessageId("id-" + taken.size()), null);
    }

    @Override
    public void close() {
        released.countDown();
        cut();
        threads.shutdownNow();
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

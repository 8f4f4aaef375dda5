package fr.sisamu.portail.partners.mail;

import fr.sisamu.portail.partners.fault.FaultMode;
import fr.sisamu.portail.partners.igc.DemonstrationPki;
import fr.sisamu.portail.partners.outbox.Outbox;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.subethamail.smtp.helper.SimpleMessageListener;
import org.subethamail.smtp.server.SMTPServer;

/** An SMTP server on this machine alone; {@code refuse@…} is nobody's address. */
final class MailServer implements SimpleMessageListener, AutoCloseable {

    private final SMTPServer server;
    private final Outbox outbox;
    private final Supplier<FaultMode> mode;

    MailServer(int port, Path keyStore, Outbox outbox, Supplier<FaultMode> mode)
            throws IOException, GeneralSecurityException {
        this.outbox = outbox;
        this.mode = mode;
        this.server = new SMTPServer.Builder()
                .bindAddress(InetAddress.getLoopbackAddress())
                .port(port)
                .hostName("localhost")
                .softwareName("FACTICE")
                .startTlsSocketFactory(context(keyStore))
                .requireTLS()
                .simpleMessageListener(this)
                .build();
        server.start();
    }

    private static SSLContext context(Path keyStore) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keyStore)) {
            keys.load(in, DemonstrationPki.PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, DemonstrationPki.PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    @Override
    public boolean accept(String from, String recipient) {
        return !recipient.startsWith("refuse@");
    }

    @Override
    public void deliver(String from, String recipient, InputStream data) throws IOException {
        FaultMode now = mode.get();
        if (now == FaultMode.SLOW || now == FaultMode.HANG) {
            await(now == FaultMode.SLOW ? 3 : 60);
        } else if (now == FaultMode.FAIL) {
            throw new IOException("out of order: the connection is cut");
        }
        try {
            MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()), data);
            outbox.add(
                    "smtp",
                    recipient,
                    mail.getSubject(),
                    String.valueOf(mail.getContent()).strip());
        } catch (MessagingException e) {
            throw new IOException("not a mail", e);
        }
    }

    private static void await(int seconds) throws IOException {
        try {
            new CountDownLatch(1).await(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped", e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}

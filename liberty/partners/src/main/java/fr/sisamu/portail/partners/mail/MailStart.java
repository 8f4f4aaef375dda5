package fr.sisamu.portail.partners.mail;

import fr.sisamu.portail.partners.fault.Faults;
import fr.sisamu.portail.partners.outbox.Outbox;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.eclipse.microprofile.config.ConfigProvider;

/** Starts the mail server on the port of the variable {@code smtp.port}. */
@WebListener
public class MailStart implements ServletContextListener {

    @Inject
    Outbox outbox;

    @Inject
    Faults faults;

    private MailServer server;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        int port = ConfigProvider.getConfig().getValue("smtp.port", Integer.class);
        Path keyStore = Path.of(System.getProperty("demo.pki"), "server.p12");
        try {
            server = new MailServer(port, keyStore, outbox, () -> faults.of("smtp"));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("no mail server on port " + port, e);
        }
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        server.close();
    }
}

package fr.sisamu.portail.partners.sms;

import fr.sisamu.portail.partners.fault.Faults;
import fr.sisamu.portail.partners.outbox.Outbox;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.eclipse.microprofile.config.ConfigProvider;

/** Starts the SMS centre on the port of the variable {@code smpp.port}. */
@WebListener
public class SmsStart implements ServletContextListener {

    @Inject
    Outbox outbox;

    @Inject
    Faults faults;

    private SmsCentre centre;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        int port = ConfigProvider.getConfig().getValue("smpp.port", Integer.class);
        try {
            centre = new SmsCentre(port, outbox, () -> faults.of("smpp"));
        } catch (IOException e) {
            throw new UncheckedIOException("no SMS centre on port " + port, e);
        }
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        try {
            centre.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

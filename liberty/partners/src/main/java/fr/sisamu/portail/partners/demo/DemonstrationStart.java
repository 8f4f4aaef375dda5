package fr.sisamu.portail.partners.demo;

import fr.sisamu.portail.partners.igc.DemonstrationPki;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.HttpURLConnection;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * At start: waits for the portal to have made its schema, fills it if it is empty, and says where to go and with which
 * card.
 */
@WebListener
public class DemonstrationStart implements ServletContextListener {

    private static final Logger LOG = System.getLogger(DemonstrationStart.class.getName());

    @Resource(lookup = "jdbc/portail")
    DataSource database;

    @Resource
    ManagedScheduledExecutorService executor;

    private ScheduledFuture<?> attempts;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        attempts = executor.scheduleWithFixedDelay(this::fill, 1, 1, TimeUnit.SECONDS);
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        attempts.cancel(false);
    }

    private void fill() {
        if (!portalStarted()) {
            return;
        }
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            if (fill(connection)) {
                attempts.cancel(false);
                welcome();
            }
        } catch (SQLException e) {
            LOG.log(Level.DEBUG, "the database is not there yet", e);
        }
    }

    /** The portal says « started » once its schema is whole; rows written earlier would stand in the migrations' way. */
    private static boolean portalStarted() {
        try {
            URI check = URI.create("http://127.0.0.1:" + setting("http.port") + "/health/started");
            HttpURLConnection started = (HttpURLConnection) check.toURL().openConnection();
            return started.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "the portal does not answer yet", e);
            return false;
        }
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }

    /** False while the schema is not there. The container wants the transaction ended before the connection is given back. */
    private static boolean fill(Connection connection) throws SQLException {
        try {
            new DemonstrationData(connection, Clock.systemUTC()).write();
            connection.commit();
            return true;
        } catch (SQLException e) {
            connection.rollback();
            LOG.log(Level.DEBUG, "the schema is not there yet", e);
            return false;
        }
    }

    private static void welcome() {
        String directory = System.getProperty("demo.pki", "");
        String port = setting("portal.port");
        String text = String.join(
                System.lineSeparator(),
                "",
                "  Portail SI-SAMU : démonstration prête",
                "    Adresse        https://localhost:" + port + "/",
                "    Autorité       " + directory + "/server-ca.pem (à importer dans le navigateur)",
                "    Cartes         " + directory + "/cards/ : cpe-arm-auth.p12 (ARM), cps-medecin-auth.p12 (médecin)…",
                "    Mot de passe   " + DemonstrationPki.PASSWORD,
                "    Partenaires    https://localhost:" + port + "/partners/ (SMS et e-mails envoyés, e-CPS, pannes)");
        LOG.log(Level.INFO, text);
    }
}

package fr.sisamu.portail.adapter.trace;

import jakarta.enterprise.context.Dependent;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperties;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Keys {@code portail.syslog.*}; each is described in META-INF/microprofile-config.properties. */
@ConfigProperties(prefix = "portail.syslog")
@Dependent
public class SyslogSettings {

    /** How messages travel. */
    public enum Transport {
        /** RFC 5425. */
        TLS,
        /** RFC 6587, with octet counting. */
        TCP,
        /** RFC 5426. */
        UDP
    }

    public Optional<String> host;

    public int port;

    public Transport transport;

    public int facility;

    public Duration timeout;

    public Optional<String> trust;

    @ConfigProperty(name = "trust-password")
    public Optional<String> trustPassword;

    @Override
    public String toString() {
        return "SyslogSettings[" + transport + " " + host.orElse("") + ":" + port + "]";
    }
}

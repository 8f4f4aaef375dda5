package fr.sisamu.portail.prosanteconnect;

import jakarta.enterprise.context.Dependent;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperties;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Keys {@code portail.prosanteconnect.*} of the way in; each is described in META-INF/microprofile-config.properties. Those
 * of the connection are the adapter's.
 */
@ConfigProperties(prefix = "portail.prosanteconnect")
@Dependent
public class ProSanteConnectSettings {

    /** Empty: there is no login by Pro Santé Connect. */
    @ConfigProperty(name = "client-id")
    public Optional<String> clientId;

    public PscEnvironment environment;

    public String acr;

    @ConfigProperty(name = "attempt-lifetime")
    public Duration attemptLifetime;

    @ConfigProperty(name = "probe-period")
    public Duration probePeriod;

    public boolean ciba;

    /** The level to ask for; an unknown one stops the start. */
    Acr level() {
        return Acr.of(acr)
                .orElseThrow(() -> new IllegalStateException("portail.prosanteconnect.acr is no level: " + acr));
    }
}

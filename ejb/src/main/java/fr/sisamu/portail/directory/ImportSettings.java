package fr.sisamu.portail.directory;

import jakarta.enterprise.context.Dependent;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperties;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Keys {@code portail.import.*}; each is described in META-INF/microprofile-config.properties. */
@ConfigProperties(prefix = "portail.import")
@Dependent
public class ImportSettings {

    /** Octets of one file. */
    public int limit;

    @ConfigProperty(name = "most-closed-percent")
    public int mostClosedPercent;

    @ConfigProperty(name = "token-lifetime")
    public Duration tokenLifetime;
}

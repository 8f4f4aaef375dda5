package fr.sisamu.portail.audit;

import jakarta.enterprise.context.Dependent;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperties;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Keys {@code portail.audit.*}; each is described in META-INF/microprofile-config.properties. */
@ConfigProperties(prefix = "portail.audit")
@Dependent
public class TraceSettings {

    /** At least {@link AuditPurge#SHORTEST}. */
    public Duration retention;

    @ConfigProperty(name = "former-keys")
    public Optional<String> formerKeys;

    @Override
    public String toString() {
        return "TraceSettings[…]";
    }
}

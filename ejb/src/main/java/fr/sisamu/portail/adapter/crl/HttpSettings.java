package fr.sisamu.portail.adapter.crl;

import jakarta.enterprise.context.Dependent;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperties;

/** Keys {@code portail.revocation.http.*}; each is described in META-INF/microprofile-config.properties. */
@ConfigProperties(prefix = "portail.revocation.http")
@Dependent
public class HttpSettings {

    public Duration connect;
    public Duration read;
    public Duration total;
}

package fr.sisamu.portail.session;

import jakarta.enterprise.context.Dependent;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperties;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Keys {@code portail.session.*}; each is described in META-INF/microprofile-config.properties. */
@ConfigProperties(prefix = "portail.session")
@Dependent
public class SessionSettings {

    public Duration lifetime;

    public Duration idle;

    @ConfigProperty(name = "proof-age")
    public Duration proofAge;
}

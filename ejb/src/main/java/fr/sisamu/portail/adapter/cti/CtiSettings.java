package fr.sisamu.portail.adapter.cti;

import jakarta.enterprise.context.Dependent;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperties;

/** Keys {@code portail.cti.*}; each is described in META-INF/microprofile-config.properties. */
@ConfigProperties(prefix = "portail.cti")
@Dependent
public class CtiSettings {

    public Optional<URI> url;

    public Duration timeout;

    public Duration pause;
}

package fr.sisamu.portail.revocation;

import jakarta.enterprise.context.Dependent;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperties;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Keys {@code portail.revocation.*}; each is described in META-INF/microprofile-config.properties. */
@ConfigProperties(prefix = "portail.revocation")
@Dependent
public class RevocationSettings {

    public Optional<String> urls;
    public Optional<String> deltas;
    public Duration refresh;
    public Duration grace;
    public int limit;

    @ConfigProperty(name = "import-directory")
    public Optional<String> importDirectory;
}

package fr.sisamu.portail.role;

import jakarta.enterprise.context.Dependent;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperties;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Keys {@code portail.administration.*}; each is described in META-INF/microprofile-config.properties. */
@ConfigProperties(prefix = "portail.administration")
@Dependent
public class AdministrationSettings {

    @ConfigProperty(name = "first-card")
    public Optional<String> firstCard;
}

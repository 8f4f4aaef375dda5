package fr.sisamu.portail.emergency;

import jakarta.enterprise.context.Dependent;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperties;

/** Keys {@code portail.emergency.*}; each is described in META-INF/microprofile-config.properties. */
@ConfigProperties(prefix = "portail.emergency")
@Dependent
public class EmergencySettings {

    /** Mail addresses and telephone numbers (E.164), separated by commas. */
    public Optional<String> alert;
}

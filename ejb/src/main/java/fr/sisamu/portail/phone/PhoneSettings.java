package fr.sisamu.portail.phone;

import jakarta.enterprise.context.Dependent;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperties;

/** Keys {@code portail.phone.*}; each is described in META-INF/microprofile-config.properties. */
@ConfigProperties(prefix = "portail.phone")
@Dependent
public class PhoneSettings {

    public Duration lease;
}

package fr.sisamu.portail.secret;

import jakarta.enterprise.context.Dependent;
import org.eclipse.microprofile.config.inject.ConfigProperties;

/** Keys {@code portail.security.*}; each is described in META-INF/microprofile-config.properties. */
@ConfigProperties(prefix = "portail.security")
@Dependent
public class SecuritySettings {

    /** Has no default: the start fails and names it. */
    public String key;

    @Override
    public String toString() {
        return "SecuritySettings[…]";
    }
}

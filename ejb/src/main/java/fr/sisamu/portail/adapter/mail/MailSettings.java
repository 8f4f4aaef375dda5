package fr.sisamu.portail.adapter.mail;

import jakarta.enterprise.context.Dependent;
import org.eclipse.microprofile.config.inject.ConfigProperties;

/** Keys {@code portail.mail.*}; each is described in META-INF/microprofile-config.properties. */
@ConfigProperties(prefix = "portail.mail")
@Dependent
public class MailSettings {

    public boolean enabled;

    public String from;
}

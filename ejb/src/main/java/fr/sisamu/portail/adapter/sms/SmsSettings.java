package fr.sisamu.portail.adapter.sms;

import jakarta.enterprise.context.Dependent;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperties;

/** Keys {@code portail.sms.*}; each is described in META-INF/microprofile-config.properties, with those of a gateway. */
@ConfigProperties(prefix = "portail.sms")
@Dependent
public class SmsSettings {

    /** Names, separated by commas, in the order in which they are tried. */
    public Optional<String> gateways;
}

package fr.sisamu.portail.throttle;

import jakarta.enterprise.context.Dependent;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperties;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Keys {@code portail.throttle.*}; each is described in META-INF/microprofile-config.properties. */
@ConfigProperties(prefix = "portail.throttle")
@Dependent
public class ThrottleSettings {

    @ConfigProperty(name = "free-tries")
    public int freeTries;

    @ConfigProperty(name = "longest-delay")
    public Duration longestDelay;

    @ConfigProperty(name = "account-tries")
    public int accountTries;

    @ConfigProperty(name = "account-delay")
    public Duration accountDelay;

    @ConfigProperty(name = "address-tries")
    public int addressTries;

    @ConfigProperty(name = "address-delay")
    public Duration addressDelay;

    public Duration memory;

    /** Networks in CIDR form, separated by commas. */
    public Optional<String> sites;
}

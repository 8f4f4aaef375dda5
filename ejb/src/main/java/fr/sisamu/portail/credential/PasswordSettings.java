package fr.sisamu.portail.credential;

import jakarta.enterprise.context.Dependent;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperties;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Keys {@code portail.password.*}; each is described in META-INF/microprofile-config.properties. */
@ConfigProperties(prefix = "portail.password")
@Dependent
public class PasswordSettings {

    @ConfigProperty(name = "memory-kib")
    public int memoryKib;

    public int iterations;

    public int parallelism;

    @ConfigProperty(name = "recovery-delay")
    public Duration recoveryDelay;
}

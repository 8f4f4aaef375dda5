package fr.sisamu.portail.card;

import jakarta.enterprise.context.Dependent;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperties;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Keys {@code portail.card.*}; each is described in META-INF/microprofile-config.properties. */
@ConfigProperties(prefix = "portail.card")
@Dependent
public class CardSettings {

    public Optional<String> anchors;

    @ConfigProperty(name = "anchors-password")
    public Optional<String> anchorsPassword;

    @ConfigProperty(name = "authority-names")
    public Set<String> authorityNames;

    public CardEnvironment environment;
    public Set<CardType> types;

    @ConfigProperty(name = "attempt-lifetime")
    public Duration attemptLifetime;

    @ConfigProperty(name = "ticket-lifetime")
    public Duration ticketLifetime;
}

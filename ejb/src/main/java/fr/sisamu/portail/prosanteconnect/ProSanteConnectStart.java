package fr.sisamu.portail.prosanteconnect;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperties;

/**
 * Wakes at start what the first login would otherwise meet: settings that cannot work together stop it and are named. The
 * provider itself is not asked; it may be down when the portal starts.
 */
@Singleton
@Startup
public class ProSanteConnectStart {

    @Inject
    @ConfigProperties
    ProSanteConnectSettings settings;

    @Inject
    IdentityProvider provider;

    @PostConstruct
    void check() {
        if (settings.clientId.isPresent()) {
            settings.level();
            provider.check();
        }
    }
}

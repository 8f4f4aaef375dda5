package fr.sisamu.portail.prosanteconnect;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.microprofile.config.inject.ConfigProperties;

/**
 * Fetches the provider's addresses and keys in the background, so that no login waits for them and the login page knows how
 * the provider stands. Nodes started together drift apart: each period is up to a fifth shorter or longer.
 */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ProviderProbe {

    private static final Logger LOG = System.getLogger(ProviderProbe.class.getName());

    @Resource
    TimerService timers;

    @Inject
    @ConfigProperties
    ProSanteConnectSettings settings;

    @Inject
    IdentityProvider provider;

    @Inject
    ProviderStates states;

    @PostConstruct
    void start() {
        if (settings.clientId.isPresent()) {
            again(1);
        }
    }

    @Timeout
    void look() {
        try {
            provider.refresh();
            states.answered();
        } catch (ProviderUnavailableException e) {
            states.failed(e);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "Pro Santé Connect could not be looked at", e); // and the next look must come
        } finally {
            again(jittered());
        }
    }

    private long jittered() {
        long period = settings.probePeriod.toMillis();
        return period - period / 5 + ThreadLocalRandom.current().nextLong(2 * (period / 5) + 1);
    }

    private void again(long millis) {
        timers.createSingleActionTimer(Math.max(1, millis), new TimerConfig(null, false));
    }
}

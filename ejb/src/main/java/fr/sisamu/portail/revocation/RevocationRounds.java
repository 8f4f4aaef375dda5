package fr.sisamu.portail.revocation;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperties;

/** Every ten seconds: whether a list is due, and whether somebody has left one in the import directory. */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RevocationRounds {

    private static final Logger LOG = System.getLogger(RevocationRounds.class.getName());

    @Inject
    RevocationLists lists;

    @Inject
    RevocationFetch fetch;

    @Inject
    ImportDirectory directory;

    @Inject
    RevocationAuthorities authorities;

    @Inject
    @ConfigProperties
    RevocationSettings settings;

    /** An unreadable address stops the deployment and names itself; one of an unknown authority is told. */
    @PostConstruct
    void readSettings() {
        var names = authorities.all().stream().map(AuthorityKey::nameOf).toList();
        Stream.of(settings.urls, settings.deltas)
                .flatMap(setting -> new ListAddresses(setting).strangers(names).stream())
                .forEach(name ->
                        LOG.log(Level.WARNING, "revocation address of an authority that is not configured: " + name));
    }

    @Schedule(hour = "*", minute = "*", second = "5/10", persistent = false)
    public void round() {
        if (!lists.snapshot().loaded()) {
            return;
        }
        try {
            directory.scan();
            fetch.fetchDue();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "revocation round not finished; the next one follows", e);
        }
    }
}

package fr.sisamu.portail.emergency;

import fr.sisamu.portail.emergency.AlertAddresses.AlertAddress;
import fr.sisamu.portail.message.ChannelKind;
import fr.sisamu.portail.message.GatewayStates;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Looks at {@code portail.emergency.alert} at start, so that a wrong address shows on the day of the installation and not
 * in the night of the outage. It warns and stops nothing: an accès de secours opens without anybody being told of it.
 */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class EmergencyStart {

    private static final Logger LOG = System.getLogger(EmergencyStart.class.getName());

    @Inject
    AlertAddresses addresses;

    @Inject
    GatewayStates gateways;

    /** Asks for no gateway: settings of theirs that are wrong would stop the start here. */
    @PostConstruct
    void check() {
        addresses
                .faults()
                .forEach(fault -> LOG.log(Level.WARNING, "portail.emergency.alert, {0}: nobody is told there", fault));
    }

    /** What health data tells. */
    public AlertStates states() {
        Set<ChannelKind> unserved = addresses.good().stream()
                .map(AlertAddress::kind)
                .filter(kind -> gateways.of(kind).isEmpty())
                .collect(Collectors.toUnmodifiableSet());
        return new AlertStates(addresses.good().size(), addresses.faults(), unserved);
    }
}

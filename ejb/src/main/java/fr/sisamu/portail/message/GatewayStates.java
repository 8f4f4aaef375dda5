package fr.sisamu.portail.message;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How the providers stand, for the login page and for health data. Asks nobody. An EJB, so that the gateways are made with
 * this module's settings whoever looks first: the web module's class loader knows no {@code @ConfigProperties} of ours.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class GatewayStates {

    @Inject
    SmsGateways sms;

    @Inject
    MailGateways mail;

    /** Each provider of this kind by name, in order, and whether it is believed to work; empty if none is set. */
    public Map<String, Boolean> of(ChannelKind kind) {
        List<MessageGateway> gateways = kind == ChannelKind.SMS ? sms.inOrder() : mail.inOrder();
        Map<String, Boolean> states = new LinkedHashMap<>();
        gateways.forEach(gateway -> states.put(gateway.name(), gateway.available()));
        return states;
    }
}

package fr.sisamu.portail.message;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How the providers stand, for the login page and for health data. Asks nobody. */
@ApplicationScoped
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

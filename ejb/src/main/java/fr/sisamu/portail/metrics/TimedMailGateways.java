package fr.sisamu.portail.metrics;

import fr.sisamu.portail.message.MailGateways;
import fr.sisamu.portail.message.MessageGateway;
import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.util.List;

/** Takes the time of every mail gateway. */
@Decorator
@Priority(Interceptor.Priority.APPLICATION)
class TimedMailGateways implements MailGateways {

    @Inject
    @Delegate
    MailGateways gateways;

    @Inject
    PartnerCalls calls;

    @Override
    public List<MessageGateway> inOrder() {
        return gateways.inOrder().stream()
                .<MessageGateway>map(gateway -> new TimedGateway(Partner.MAIL, gateway, calls))
                .toList();
    }
}

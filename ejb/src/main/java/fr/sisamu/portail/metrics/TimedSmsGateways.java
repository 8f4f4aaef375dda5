package fr.sisamu.portail.metrics;

import fr.sisamu.portail.message.MessageGateway;
import fr.sisamu.portail.message.SmsGateways;
import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.util.List;

/** Takes the time of every sms gateway. */
@Decorator
@Priority(Interceptor.Priority.APPLICATION)
class TimedSmsGateways implements SmsGateways {

    @Inject
    @Delegate
    SmsGateways gateways;

    @Inject
    PartnerCalls calls;

    @Override
    public List<MessageGateway> inOrder() {
        return gateways.inOrder().stream()
                .<MessageGateway>map(gateway -> new TimedGateway(Partner.SMS, gateway, calls))
                .toList();
    }
}

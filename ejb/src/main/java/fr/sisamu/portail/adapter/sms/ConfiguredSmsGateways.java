package fr.sisamu.portail.adapter.sms;

import fr.sisamu.portail.message.DeliveryReceipt;
import fr.sisamu.portail.message.MessageGateway;
import fr.sisamu.portail.message.SmsGateways;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.inject.ConfigProperties;

/** The gateways that the settings name, made once. */
@ApplicationScoped
public class ConfiguredSmsGateways implements SmsGateways {

    @Inject
    @ConfigProperties
    SmsSettings settings;

    @Inject
    Event<DeliveryReceipt> receipts;

    @Inject
    Clock clock;

    @Resource
    ContextService contexts;

    private List<MessageGateway> gateways;

    @PostConstruct
    void make() {
        // A receipt comes on a thread of the SMPP library, which knows nothing of this application.
        Consumer<DeliveryReceipt> listener = contexts.contextualConsumer(receipts::fire);
        gateways = Arrays.stream(settings.gateways.orElse("").split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(name -> new GatewayKeys(ConfigProvider.getConfig(), name))
                .map(keys -> gateway(keys, clock, listener))
                .toList();
    }

    static MessageGateway gateway(GatewayKeys keys, Clock clock, Consumer<DeliveryReceipt> receipts) {
        String protocol = keys.text("protocol");
        if (protocol.equals("SMPP")) {
            return new SmppGateway(SmppAccount.of(keys), clock, receipts);
        }
        if (protocol.equals("HTTP")) {
            return new HttpSmsGateway(HttpForm.of(keys), clock);
        }
        throw new IllegalStateException(keys.path("protocol") + " is neither SMPP nor HTTP");
    }

    @Override
    public List<MessageGateway> inOrder() {
        return gateways;
    }

    @PreDestroy
    void close() {
        gateways.stream()
                .filter(SmppGateway.class::isInstance)
                .map(SmppGateway.class::cast)
                .forEach(SmppGateway::close);
    }
}

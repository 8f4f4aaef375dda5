package fr.sisamu.portail.metrics;

import fr.sisamu.portail.message.ChannelKind;
import fr.sisamu.portail.message.GatewayStates;
import fr.sisamu.portail.metrics.Read.Values;
import fr.sisamu.portail.prosanteconnect.ProSanteConnectService;
import io.prometheus.metrics.model.registry.Collector;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** What this node believes of each partner; nobody is asked for it. */
@ApplicationScoped
class PartnerStates implements Measure {

    @Inject
    GatewayStates gateways;

    @Inject
    ProSanteConnectService proSanteConnect;

    @Inject
    PartnerCalls calls;

    @Override
    public List<Collector> collectors() {
        return List.of(Read.gauge(
                "portail_partner_available",
                "1 if the partner is believed to work, 0 if its latest call failed. None for a partner that is not set or"
                        + " was never called.",
                List.of("partner", "target"),
                this::read));
    }

    private void read(Values values) {
        gateways.of(ChannelKind.SMS).forEach((name, works) -> values.put(bit(works), Partner.SMS.name(), name));
        gateways.of(ChannelKind.MAIL).forEach((name, works) -> values.put(bit(works), Partner.MAIL.name(), name));
        if (proSanteConnect.enabled()) {
            values.put(bit(proSanteConnect.state().available()), Partner.PRO_SANTE_CONNECT.name(), "provider");
        }
        calls.answeredLately(Partner.CTI)
                .ifPresent(answered -> values.put(bit(answered), Partner.CTI.name(), "telephones"));
    }

    private static double bit(boolean value) {
        return value ? 1 : 0;
    }
}

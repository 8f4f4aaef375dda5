package fr.sisamu.portail.emergency;

import fr.sisamu.portail.account.Account;
import fr.sisamu.portail.audit.SupportCode;
import fr.sisamu.portail.message.ChannelKind;
import fr.sisamu.portail.message.NewMessage;
import fr.sisamu.portail.message.Outbox;
import fr.sisamu.portail.message.Template;
import fr.sisamu.portail.otp.ChannelService;
import fr.sisamu.portail.unit.UnitRegister;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Tells of an access that was opened: the addresses of the setting, and the agent on all their channels, so that nobody is
 * impersonated unseen. The messages commit with the access and leave whenever a provider is there again.
 */
@ApplicationScoped
class EmergencyAlerts {

    private static final Duration VALIDITY = Duration.ofHours(24);

    @Inject
    Outbox outbox;

    @Inject
    ChannelService channels;

    @Inject
    UnitRegister units;

    @Inject
    AlertAddresses addresses;

    void opened(Account agent, long unitId, String by, SupportCode code) {
        String unit = units.find(unitId).map(sheet -> sheet.unit().code()).orElse("");
        String detail = agent.loginName() + ", " + unit + ", " + by;
        addresses.good().forEach(told -> post(agent, told.kind(), told.address(), detail, code));
        channels.of(agent.id()).forEach(channel -> post(agent, channel.kind(), channel.address(), detail, code));
    }

    private void post(Account agent, ChannelKind kind, String address, String detail, SupportCode code) {
        outbox.post(new NewMessage(
                agent.id(),
                kind,
                address,
                Template.NOTICE_EMERGENCY_OPENED,
                Locale.FRENCH,
                Optional.empty(),
                "",
                detail,
                Optional.empty(),
                code,
                VALIDITY));
    }
}

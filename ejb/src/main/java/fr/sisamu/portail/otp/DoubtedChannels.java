package fr.sisamu.portail.otp;

import fr.sisamu.portail.audit.AuditTrail;
import fr.sisamu.portail.audit.Trace;
import fr.sisamu.portail.audit.TraceKind;
import fr.sisamu.portail.message.Masks;
import fr.sisamu.portail.message.MessageUndeliverable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;

/** A message came back: its channel is « à vérifier » until it is tested again. */
@ApplicationScoped
class DoubtedChannels {

    @Inject
    ChannelStore channels;

    @Inject
    AuditTrail trail;

    @Inject
    Clock clock;

    void undeliverable(@Observes MessageUndeliverable event) {
        if (channels.doubt(event.account(), event.kind(), event.address(), clock.instant())) {
            trail.record(Trace.of(TraceKind.CHANNEL_CHANGED, "DOUBTFUL")
                    .account(event.account().value())
                    .detail(event.kind() + " " + Masks.of(event.kind(), event.address())));
        }
    }
}

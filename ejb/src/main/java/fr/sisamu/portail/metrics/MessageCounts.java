package fr.sisamu.portail.metrics;

import fr.sisamu.portail.message.ChannelKind;
import fr.sisamu.portail.message.MessageProgress;
import fr.sisamu.portail.message.MessageStatus;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.model.registry.Collector;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/** What became of messages, codes for the most part. */
@ApplicationScoped
class MessageCounts implements Measure {

    private static final List<MessageStatus> OUTCOMES = List.of(
            MessageStatus.SENT,
            MessageStatus.DELIVERED,
            MessageStatus.FAILED,
            MessageStatus.REFUSED,
            MessageStatus.LOST,
            MessageStatus.WAITING);

    private final Counter messages = Counter.builder()
            .name("portail_messages_total")
            .help(
                    "Messages by channel and outcome: SENT (a provider took it), DELIVERED or LOST (its receipt), FAILED (no"
                            + " provider took it), REFUSED (the address), WAITING (postponed).")
            .labelNames("channel", "outcome")
            .build();

    MessageCounts() {
        for (ChannelKind kind : ChannelKind.values()) {
            OUTCOMES.forEach(outcome -> messages.initLabelValues(kind.name(), outcome.name()));
        }
    }

    @Override
    public List<Collector> collectors() {
        return List.of(messages);
    }

    void came(@Observes MessageProgress event) {
        messages.labelValues(event.kind().name(), event.status().name()).inc();
    }
}

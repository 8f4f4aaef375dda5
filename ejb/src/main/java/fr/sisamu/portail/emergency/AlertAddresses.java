package fr.sisamu.portail.emergency;

import fr.sisamu.portail.message.ChannelKind;
import fr.sisamu.portail.otp.ChannelAddresses;
import fr.sisamu.portail.otp.ChannelAddresses.Read;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperties;

/**
 * Who is told of every access besides the agent: the setting {@code portail.emergency.alert}, entry by entry. One that can
 * be no address is left out, for it must keep no access from being opened; {@link EmergencyStart} says so at once.
 */
@ApplicationScoped
class AlertAddresses {

    @Inject
    ChannelAddresses reader;

    @Inject
    @ConfigProperties
    EmergencySettings settings;

    private final List<AlertAddress> good = new ArrayList<>();
    private final List<AlertFault> faults = new ArrayList<>();

    record AlertAddress(ChannelKind kind, String address) {}

    @PostConstruct
    void read() {
        List<String> entries = Arrays.stream(settings.alert.orElse("").split(","))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .toList();
        for (int i = 0; i < entries.size(); i++) {
            ChannelKind kind = entries.get(i).contains("@") ? ChannelKind.MAIL : ChannelKind.SMS;
            Read read = reader.read(kind, entries.get(i));
            read.address().ifPresent(address -> good.add(new AlertAddress(kind, address)));
            int position = i + 1;
            read.refusal().ifPresent(refusal -> faults.add(new AlertFault(position, refusal)));
        }
    }

    List<AlertAddress> good() {
        return List.copyOf(good);
    }

    List<AlertFault> faults() {
        return List.copyOf(faults);
    }
}

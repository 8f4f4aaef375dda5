package fr.sisamu.portail.otp;

import fr.sisamu.portail.message.ChannelKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperties;

/** Reads what people write as the address of a message: a mobile number of a territory of the settings, or a mail address. */
@ApplicationScoped
public class ChannelAddresses {

    @Inject
    @ConfigProperties
    OtpSettings settings;

    /** The address as messages need it (E.164, or a mail address), or why it is none. */
    public record Read(Optional<String> address, Optional<ChannelRefusal> refusal) {

        static Read of(String address) {
            return new Read(Optional.of(address), Optional.empty());
        }

        static Read refused(ChannelRefusal refusal) {
            return new Read(Optional.empty(), Optional.of(refusal));
        }
    }

    public Read read(ChannelKind kind, String typed) {
        return kind == ChannelKind.SMS
                ? PhoneNumbers.read(typed.strip(), settings.regions)
                : MailAddresses.read(typed).map(Read::of).orElseGet(() -> Read.refused(ChannelRefusal.NOT_AN_ADDRESS));
    }
}

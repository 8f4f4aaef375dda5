package fr.sisamu.portail.otp;

import fr.sisamu.portail.message.ChannelKind;
import fr.sisamu.portail.message.Masks;
import java.time.Instant;

/**
 * A verified channel.
 *
 * @param address E.164 or a mail address, whole: shown to its owner alone
 * @param doubtful a message to it came back: « à vérifier »
 */
public record OtpChannel(ChannelKind kind, String address, Instant verifiedAt, boolean doubtful) {

    public String masked() {
        return Masks.of(kind, address);
    }

    @Override
    public String toString() {
        return "OtpChannel[" + kind + "]";
    }
}

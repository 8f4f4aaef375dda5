package fr.sisamu.portail.otp;

import fr.sisamu.portail.message.ChannelKind;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** The channels from before a change as one text, to be sealed: a line each, of kind, instant and address. */
final class FormerChannels {

    private FormerChannels() {}

    static String write(List<OtpChannel> channels) {
        return channels.stream()
                .map(channel -> channel.kind() + " " + channel.verifiedAt() + " " + channel.address())
                .collect(Collectors.joining("\n"));
    }

    static List<OtpChannel> read(String text) {
        return text.lines()
                .map(line -> line.split(" ", 3))
                .map(parts -> new OtpChannel(ChannelKind.valueOf(parts[0]), parts[2], Instant.parse(parts[1]), false))
                .toList();
    }
}

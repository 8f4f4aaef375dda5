package fr.sisamu.portail.otp;

import fr.sisamu.portail.message.ChannelKind;
import fr.sisamu.portail.message.MessageStatus;
import java.time.Instant;
import java.util.Optional;

/**
 * A code that a page asks for.
 *
 * @param masked where it went, as far as a screen may say; empty where nobody may know whether it went anywhere
 * @param letter the letter that the message bears too
 * @param resendAt from when on « Renvoyer » works; empty once the last sending is spent
 * @param channelGone the channel that it went to has been removed, reset or replaced since
 * @param status how far the message has come, empty for a decoy
 * @param otherChannel the other road that could be taken
 */
public record AwaitedCode(
        ChannelKind kind,
        Optional<String> masked,
        String letter,
        Instant expiresAt,
        Optional<Instant> resendAt,
        boolean alive,
        boolean channelGone,
        Optional<MessageStatus> status,
        Optional<ChannelKind> otherChannel) {}

package fr.sisamu.portail.message;

import java.time.Duration;

/**
 * A text ready to leave.
 *
 * @param address a number in E.164 with its plus sign for {@link ChannelKind#SMS}, an address of RFC 5321 for {@link
 *     ChannelKind#MAIL}
 * @param subject the subject of a mail; an SMS has none
 * @param text what the person reads
 * @param validity how long it is worth delivering
 */
public record Letter(String address, String subject, String text, Duration validity) {

    /** Neither the address nor the text may reach a log. */
    @Override
    public String toString() {
        return "Letter[…]";
    }
}

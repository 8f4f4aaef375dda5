package fr.sisamu.portail.message;

import fr.sisamu.portail.account.AccountId;
import fr.sisamu.portail.audit.SupportCode;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * A message to be sent.
 *
 * @param challenge the challenge whose code it carries; empty for a notice
 * @param letter the letter that the screen shows beside the code; empty for a notice
 * @param detail what else the template says, for instance a masked address; at most 200 characters
 * @param undo the change that it gives a way back from; empty where there is none
 * @param validity how long it is worth sending
 */
public record NewMessage(
        AccountId account,
        ChannelKind kind,
        String address,
        Template template,
        Locale language,
        Optional<String> challenge,
        String letter,
        String detail,
        Optional<String> undo,
        SupportCode supportCode,
        Duration validity) {

    @Override
    public String toString() {
        return "NewMessage[" + template + "]";
    }
}

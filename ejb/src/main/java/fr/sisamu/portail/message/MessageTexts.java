package fr.sisamu.portail.message;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.text.MessageFormat;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Writes what people read. An SMS with a code says what it is for, bears the letter that the screen shows, never a name,
 * and ends with the line that lets a browser fill the code in on this site alone ({@code @host #code}, origin-bound
 * one-time codes, WICG).
 */
@ApplicationScoped
class MessageTexts {

    private static final String BUNDLE = "fr.sisamu.portail.message.notifications";

    @Inject
    @ConfigProperty(name = "portail.url")
    URI url;

    /** @param undo the secret of the way back, where there is one */
    Letter letter(StoredMessage message, String code, Optional<String> undo, Duration validity) {
        ResourceBundle texts = ResourceBundle.getBundle(BUNDLE, message.language());
        String key = message.template().name();
        boolean sms = message.kind() == ChannelKind.SMS;
        String detail = sms ? message.detail().replace('•', '*') : message.detail(); // a bullet would cost two SMS
        String link = undo.map(secret -> url.resolve("/undo.xhtml?s=" + secret).toString())
                .orElse("");
        String end = texts.getString((undo.isPresent() ? "UNDO" : "NOT_YOU") + (sms ? ".sms" : ".mail"));
        Object[] values = {
            code, message.letter(), detail, url.toString(), format(end, new Object[] {link}, message.language())
        };
        String subject = sms ? "" : format(texts.getString(key + ".subject"), values, message.language());
        String text = format(texts.getString(key + (sms ? ".sms" : ".mail")), values, message.language());
        return new Letter(
                message.address(), subject, sms && !code.isEmpty() ? text + webOtpLine(code) : text, validity);
    }

    private String webOtpLine(String code) {
        return "\n\n@" + url.getHost() + " #" + code;
    }

    private static String format(String pattern, Object[] values, Locale language) {
        return new MessageFormat(pattern, language).format(values);
    }
}

package fr.sisamu.portail.adapter.mail;

import fr.sisamu.portail.adapter.Breaker;
import fr.sisamu.portail.message.Letter;
import fr.sisamu.portail.message.MessageGateway;
import fr.sisamu.portail.message.NotHandedOverException;
import fr.sisamu.portail.message.NotHandedOverException.Fault;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Optional;

/**
 * Hands mails to the relay. The session demands STARTTLS, checks the host's name and bounds every wait; nothing is sent
 * otherwise.
 */
final class SmtpGateway implements MessageGateway {

    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final Session session;
    private final String from;
    private final Clock clock;
    private final Breaker breaker = new Breaker(PAUSE);

    SmtpGateway(Session session, String from, Clock clock) {
        this.session = session;
        this.from = from;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "smtp";
    }

    @Override
    public boolean available() {
        return !breaker.isOpen(clock.instant());
    }

    @Override
    public Optional<String> hand(Letter letter) throws NotHandedOverException {
        if (!breaker.letsThrough(clock.instant())) {
            throw new NotHandedOverException(Fault.GATEWAY, "failed a moment ago", null);
        }
        try {
            MimeMessage mail = mail(letter);
            Transport.send(mail);
            breaker.answered();
            return Optional.ofNullable(mail.getMessageID());
        } catch (SendFailedException e) {
            breaker.answered();
            boolean refused = e.getInvalidAddresses() != null && e.getInvalidAddresses().length > 0;
            throw new NotHandedOverException(
                    refused ? Fault.ADDRESS : Fault.GATEWAY,
                    refused ? "the relay refuses this address" : "the relay did not take the mail",
                    e);
        } catch (MessagingException e) {
            breaker.failed(clock.instant());
            throw new NotHandedOverException(
                    Fault.GATEWAY, "SMTP: " + e.getClass().getSimpleName(), e);
        }
    }

    /** {@code Auto-Submitted} keeps absence notices from coming back (RFC 3834 §5). */
    private MimeMessage mail(Letter letter) throws MessagingException {
        if (letter.subject().chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a subject with a control character");
        }
        MimeMessage mail = new MimeMessage(session);
        mail.setFrom(new InternetAddress(from, true));
        mail.setRecipient(RecipientType.TO, new InternetAddress(letter.address(), true));
        mail.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
        mail.setText(letter.text(), StandardCharsets.UTF_8.name());
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.setSentDate(Date.from(clock.instant()));
        mail.saveChanges();
        return mail;
    }
}

package fr.sisamu.portail.otp;

import fr.sisamu.portail.account.AccountId;
import fr.sisamu.portail.audit.SupportCode;
import fr.sisamu.portail.message.NewMessage;
import fr.sisamu.portail.message.Outbox;
import fr.sisamu.portail.message.Template;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Tells a person on every channel what has changed about their account, so that a thief cannot do it unseen. */
@ApplicationScoped
class Notices {

    private static final Duration VALIDITY = Duration.ofHours(24);

    @Inject
    Outbox outbox;

    /** @param undo the change that this channel may take back, if it may */
    void tell(
            AccountId account,
            OtpChannel channel,
            Template template,
            String detail,
            Locale language,
            SupportCode code,
            Optional<String> undo) {
        outbox.post(new NewMessage(
                account,
                channel.kind(),
                channel.address(),
                template,
                language,
                Optional.empty(),
                "",
                detail,
                undo,
                code,
                VALIDITY));
    }
}

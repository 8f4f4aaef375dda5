package fr.sisamu.portail.otp;

import fr.sisamu.portail.account.Account;
import fr.sisamu.portail.credential.PasswordService;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Tells what is left to do of the first login. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class FirstLoginService {

    @Inject
    OtpAccess access;

    @Inject
    ChannelStore channels;

    @Inject
    PasswordService passwords;

    /** Whether any other way is closed to this person until they have come by card. */
    public boolean cardMissing(Account account) {
        return access.cardMissing(account);
    }

    public FirstLogin of(Account account) {
        return new FirstLogin(
                access.mustShowCard(account.id()),
                account.cardSeen(),
                !channels.of(account.id()).isEmpty(),
                passwords.setSince(account.id()).isPresent());
    }
}

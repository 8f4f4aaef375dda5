package fr.sisamu.portail.credential;

import fr.sisamu.portail.session.LoginMethod;
import fr.sisamu.portail.session.WorkSessionOpened;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** A stronger proof than a code has come since a password was recovered: the channel that served is good again at once. */
@ApplicationScoped
class StrongerProof {

    @Inject
    PasswordStore passwords;

    void opened(@Observes WorkSessionOpened event) {
        if (event.method() != LoginMethod.OTP && event.method() != LoginMethod.BREAK_GLASS) {
            passwords.liftRecovery(event.account());
        }
    }
}

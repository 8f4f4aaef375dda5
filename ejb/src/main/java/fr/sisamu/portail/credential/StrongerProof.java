package fr.sisamu.portail.credential;

import fr.sisamu.portail.account.AccountId;
import fr.sisamu.portail.session.LoginMethod;
import fr.sisamu.portail.session.ProofRenewed;
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
        proved(event.method(), event.account());
    }

    void renewed(@Observes ProofRenewed event) {
        proved(event.method(), event.account());
    }

    private void proved(LoginMethod method, AccountId account) {
        if (method != LoginMethod.OTP && method != LoginMethod.BREAK_GLASS) {
            passwords.liftRecovery(account);
        }
    }
}

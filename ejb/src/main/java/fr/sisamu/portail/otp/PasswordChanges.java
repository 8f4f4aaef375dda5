package fr.sisamu.portail.otp;

import fr.sisamu.portail.account.Account;
import fr.sisamu.portail.audit.AuditTrail;
import fr.sisamu.portail.audit.SupportCode;
import fr.sisamu.portail.audit.Trace;
import fr.sisamu.portail.audit.TraceKind;
import fr.sisamu.portail.credential.NewPassword;
import fr.sisamu.portail.credential.PasswordRefusal;
import fr.sisamu.portail.credential.PasswordService;
import fr.sisamu.portail.message.Template;
import fr.sisamu.portail.otp.CredentialChanges.Change;
import fr.sisamu.portail.session.FreshProof;
import fr.sisamu.portail.session.WorkSession;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;

/** « Mon mot de passe »: sets it within a session, traces it, and tells its owner on every channel. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PasswordChanges {

    @Inject
    FreshProof proof;

    @Inject
    PasswordService passwords;

    @Inject
    CredentialChanges changes;

    @Inject
    AuditTrail trail;

    /** Sets the password of the session's own account. Runs on the bounded pool of passwords. */
    public Optional<PasswordRefusal> set(WorkSession session, String password, Locale language) {
        if (!proof.opens(session, "password")) {
            return Optional.of(PasswordRefusal.PROOF_TOO_OLD);
        }
        Account account = session.account();
        NewPassword chosen = passwords.prepare(account, password);
        if (chosen.refusal().isPresent()) {
            return chosen.refusal();
        }
        Change change = new Change(
                account.id(),
                session.openedAt(),
                ChangeKind.PASSWORD_SET,
                Template.NOTICE_PASSWORD_CHANGED,
                "",
                channel -> true,
                language,
                SupportCode.random());
        boolean done = changes.make(change, () -> {
            passwords.set(account.id(), chosen, Optional.empty());
            return true;
        });
        if (!done) {
            return Optional.of(PasswordRefusal.PROOF_TOO_OLD);
        }
        trail.record(Trace.of(TraceKind.PASSWORD_CHANGED, "SET")
                .code(change.code())
                .account(account.id().value())
                .session(session.id()));
        return Optional.empty();
    }
}

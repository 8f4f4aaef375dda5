package fr.sisamu.portail.session;

import fr.sisamu.portail.account.AccountId;
import fr.sisamu.portail.audit.SupportCode;
import java.time.Instant;
import java.util.Optional;

/**
 * What a login hands over to open a session.
 *
 * @param origin the peer's address
 * @param proved when the person proved who they are
 * @param limit what confines the session, if anything does
 */
public record NewSession(
        AccountId account,
        LoginMethod method,
        AssuranceLevel level,
        Optional<String> workstation,
        String origin,
        SupportCode supportCode,
        ProofTime proved,
        Optional<SessionLimit> limit) {

    /** By a proof of this very moment, with nothing that confines it. */
    public NewSession(
            AccountId account,
            LoginMethod method,
            AssuranceLevel level,
            Optional<String> workstation,
            String origin,
            SupportCode supportCode) {
        this(account, method, level, workstation, origin, supportCode, ProofTime.NOW, Optional.empty());
    }

    /** When the session ends at the latest, if a shift from now ends then. */
    Instant end(Instant endOfShift) {
        return limit.map(SessionLimit::until)
                .filter(until -> until.isBefore(endOfShift))
                .orElse(endOfShift);
    }
}

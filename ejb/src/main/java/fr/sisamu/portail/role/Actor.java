package fr.sisamu.portail.role;

import fr.sisamu.portail.account.AccountId;
import fr.sisamu.portail.audit.Trace;
import java.util.Optional;

/**
 * Who does a deed of administration, as the trace names them.
 *
 * @param name the identifier (prenom.nom) of a person, or the name given to a machine's token
 * @param account empty for a machine
 * @param session the work session, empty for a machine
 */
public record Actor(String name, Optional<AccountId> account, Optional<Long> session) {

    /** The trace of a deed of this actor: its session, and its name before the detail. */
    public Trace sign(Trace trace) {
        Trace signed = trace.detail("by " + name + "; " + trace.detail());
        return session.map(signed::session).orElse(signed);
    }
}

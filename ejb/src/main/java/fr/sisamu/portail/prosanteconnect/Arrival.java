package fr.sisamu.portail.prosanteconnect;

import fr.sisamu.portail.account.AccountId;
import fr.sisamu.portail.audit.SupportCode;
import fr.sisamu.portail.session.AssuranceLevel;

/** What became of a login by Pro Santé Connect. */
public sealed interface Arrival {

    SupportCode supportCode();

    /**
     * The person is known and may come in.
     *
     * @param ticket to be handed to {@link ProSanteConnectService#attach} once the session is open
     */
    record Proven(AccountId account, AssuranceLevel level, SupportCode supportCode, ProviderSession ticket)
            implements Arrival {}

    /** Not in; the trace holds the exact cause under the support code. */
    record Refused(PscRefusal reason, SupportCode supportCode) implements Arrival {}
}

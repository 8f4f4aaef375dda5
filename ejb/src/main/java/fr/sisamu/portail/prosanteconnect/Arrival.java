package fr.sisamu.portail.prosanteconnect;

import fr.sisamu.portail.account.AccountId;
import fr.sisamu.portail.audit.SupportCode;
import fr.sisamu.portail.session.AssuranceLevel;
import fr.sisamu.portail.session.ProofTime;
import java.net.URI;
import java.util.Optional;

/** What became of a login by Pro Santé Connect. */
public sealed interface Arrival {

    SupportCode supportCode();

    /**
     * The person is known and may come in.
     *
     * @param proved when the person proved who they are, at the provider
     * @param ticket to be handed to {@link ProSanteConnectService#attach} once the session is open
     */
    record Proven(
            AccountId account, AssuranceLevel level, SupportCode supportCode, ProofTime proved, ProviderSession ticket)
            implements Arrival {

        /** The provider had the person authenticate for this very login. */
        Proven justNow() {
            return new Proven(account, level, supportCode, ProofTime.NOW, ticket);
        }
    }

    /**
     * Not in; the trace holds the exact cause under the support code.
     *
     * @param logout where the browser goes first, to end a login that was left open at the provider; it comes back to
     *     {@code /prosanteconnect/parti}
     */
    record Refused(PscRefusal reason, SupportCode supportCode, Optional<URI> logout) implements Arrival {

        public Refused(PscRefusal reason, SupportCode supportCode) {
            this(reason, supportCode, Optional.empty());
        }
    }
}

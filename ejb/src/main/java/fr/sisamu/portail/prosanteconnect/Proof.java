package fr.sisamu.portail.prosanteconnect;

import fr.sisamu.portail.account.NationalIdentifier;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** What the provider's answer proves, once everything in it was checked. */
public sealed interface Proof {

    /**
     * Who stands there.
     *
     * @param identifier SubjectNameID
     * @param identifiers that one and the identifiants of otherIds
     * @param givenName, familyName for the administrator who reads a request; may be empty, and identify nobody
     * @param level the acr that was returned, not lower than asked
     * @param authenticatedAt when the person authenticated there (auth_time), if the provider says so
     */
    record Holder(
            NationalIdentifier identifier,
            Set<NationalIdentifier> identifiers,
            String givenName,
            String familyName,
            Acr level,
            Optional<Instant> authenticatedAt,
            ProviderSession session)
            implements Proof {}

    /**
     * Somebody who authenticated before that was asked for ({@link Demand#freshSince}): whoever stands there now, perhaps
     * another.
     *
     * @param idToken with which that login is ended at the provider; shown nowhere
     */
    record LeftOpen(String idToken, String cause) implements Proof {

        @Override
        public String toString() {
            return "LeftOpen[" + cause + "]";
        }
    }

    /** Nothing: the reason for people, the exact cause for the trace. */
    record Nothing(PscRefusal reason, String cause) implements Proof {}
}

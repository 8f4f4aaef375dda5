package fr.sisamu.portail.revocation;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperties;

/** Tells whether a certificate is revoked, from memory: no outbound call, no query. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class RevocationService {

    @Inject
    RevocationLists lists;

    @Inject
    @ConfigProperties
    RevocationSettings settings;

    @Inject
    Clock clock;

    /** Judges by the list of the authority that issued the certificate; the chain is already verified. */
    public RevocationAnswer check(X509Certificate certificate, X509Certificate authority) {
        RevocationSnapshot snapshot = lists.snapshot();
        Instant now = clock.instant();
        boolean bypassed = snapshot.bypass(now).isPresent();
        return snapshot.listsOf(AuthorityKey.of(authority))
                .map(known -> known.answer(certificate.getSerialNumber(), now, settings.grace, bypassed))
                .orElse(bypassed ? RevocationAnswer.BYPASSED : RevocationAnswer.UNKNOWN);
    }
}

package fr.sisamu.portail.card;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** R1 to R3: is this a login certificate of a person, from an authority that we trust? */
final class CertificateRules {

    private static final String CLIENT_AUTHENTICATION = "1.3.6.1.5.5.7.3.2";
    private static final String EMAIL_PROTECTION = "1.3.6.1.5.5.7.3.4";
    private static final int DIGITAL_SIGNATURE = 0;
    private static final int NON_REPUDIATION = 1;

    private CertificateRules() {}

    /** R1: signed by one of the authorities. An organisation's certificate, a common mistake, gets its own words. */
    static Optional<Objection> authority(Examination card) {
        if (card.authority().isPresent()) {
            return Optional.empty();
        }
        boolean organisation = card.issuerName().endsWith(" ORGANISATIONS");
        return Optional.of(new Objection(
                organisation ? CardRefusal.ORGANISATION : CardRefusal.UNKNOWN_AUTHORITY,
                "no trusted authority signed it; it names " + card.certificate().getIssuerX500Principal()));
    }

    /** R1: within its dates. */
    static Optional<Objection> dates(Examination card) {
        X509Certificate certificate = card.certificate();
        if (card.now().isAfter(certificate.getNotAfter().toInstant())) {
            return Optional.of(new Objection(
                    CardRefusal.EXPIRED,
                    "expired on " + certificate.getNotAfter().toInstant()));
        }
        if (card.now().isBefore(certificate.getNotBefore().toInstant())) {
            return Optional.of(new Objection(
                    CardRefusal.NOT_YET_VALID,
                    "valid from " + certificate.getNotBefore().toInstant()));
        }
        return Optional.empty();
    }

    /**
     * R1: the rest of RFC 5280 §6.1. The signature and the dates are good by now, so what is left to object to (an unknown
     * critical extension, a weak algorithm) makes the certificate UNREADABLE: it says something that we do not understand.
     */
    static Optional<Objection> path(Examination card) {
        try {
            X509Certificate authority = card.authority().orElseThrow();
            authority.checkValidity(Date.from(card.now()));
            PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(authority, null)));
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(card.now()));
            CertPathValidator.getInstance("PKIX")
                    .validate(
                            CertificateFactory.getInstance("X.509").generateCertPath(List.of(card.certificate())),
                            parameters);
            return Optional.empty();
        } catch (CertPathValidatorException e) {
            return Optional.of(new Objection(CardRefusal.UNREADABLE, e.getReason() + ": " + e.getMessage()));
        } catch (GeneralSecurityException e) {
            return Optional.of(new Objection(CardRefusal.UNKNOWN_AUTHORITY, "the authority itself: " + e.getMessage()));
        }
    }

    /** R2: made for logging in. The signature certificate of the same card is the usual mistake in the browser's list. */
    static Optional<Objection> usages(Examination card) {
        boolean[] usages = card.certificate().getKeyUsage();
        List<String> purposes = purposes(card.certificate());
        boolean canSign = usages == null || usages[DIGITAL_SIGNATURE];
        if (canSign && purposes.contains(CLIENT_AUTHENTICATION)) {
            return Optional.empty();
        }
        boolean signature = (usages != null && usages[NON_REPUDIATION]) || purposes.contains(EMAIL_PROTECTION);
        return Optional.of(new Objection(
                signature ? CardRefusal.SIGNATURE_CERTIFICATE : CardRefusal.NOT_FOR_LOGIN,
                "extended key usages " + purposes + ", digitalSignature " + canSign));
    }

    private static List<String> purposes(X509Certificate certificate) {
        try {
            List<String> purposes = certificate.getExtendedKeyUsage();
            return purposes == null ? List.of() : purposes;
        } catch (CertificateParsingException unreadable) {
            return List.of();
        }
    }

    /**
     * R3: from an authority for persons, by name. Checked here too, for whoever imports the whole chain of the IGC-Santé
     * as anchors would otherwise let every organisation's certificate in.
     */
    static CardRule personsAuthority(Set<String> names) {
        return card -> {
            String issuer = card.issuerName();
            boolean known = names.stream().anyMatch(name -> issuer.equals(name) || issuer.endsWith(" " + name));
            return known
                    ? Optional.empty()
                    : Optional.of(new Objection(CardRefusal.ORGANISATION, "its authority is " + issuer));
        };
    }
}

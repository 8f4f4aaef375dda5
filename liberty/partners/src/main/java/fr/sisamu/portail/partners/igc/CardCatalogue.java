package fr.sisamu.portail.partners.igc;

import fr.sisamu.portail.partners.igc.CardSpec.Usage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;

/**
 * The cards there are: those that open the portal, and one for each way of not opening it. All people and numbers are
 * invented; RPPS numbers {@code 99999000…} and FINESS {@code 99999000…} have a valid Luhn key.
 */
final class CardCatalogue {

    /** Marks a certificate that signs itself. */
    static final String SELF = "SELF";

    /** Later than the end of any set of the demonstration, whose server certificate lives 390 days. */
    private static final Duration NOT_SOON = Duration.ofDays(400);

    private static final String DOCTOR = "899999000013";
    private static final String ANDRE = "899999000021";
    private static final String ARM = "3999990005/ARM0042";

    private CardCatalogue() {}

    static List<CardSpec> specs() {
        return List.of(
                doctor("cps-medecin-auth"),
                doctor("cps-medecin-renouvele"),
                CardSpec.cps("cpf-interne-auth", "899999000039", "NOÉ", "INTERNE0000039")
                        .type(1),
                CardSpec.cps("cps-adeli-auth", "00B9999999", "OLIVIA", "INFIRMIER FACTICE")
                        .subject(CardSpec.titled("Infirmier", "00B9999999", "OLIVIA", "INFIRMIER FACTICE"))
                        .profession(Optional.of(60)),
                CardSpec.cpe("cpe-arm-auth", ARM, "LÉA", "ARM FACTICE"),
                CardSpec.cpe("cpe-arm2-auth", "3999990005/ARM0043", "YANIS", "ARM FACTICE"),
                CardSpec.cpe("cpe-superviseur", "3999990005/SUP0001", "INÈS", "SUPERVISEUR FACTICE"),
                CardSpec.cpe("cpe-administrateur", "3999990005/ADM0001", "HUGO", "ADMINISTRATEUR FACTICE"),
                CardSpec.cpe("cpa-auth", "599999000500012/CPAT0001", "SACHA", "AUTORISE FACTICE")
                        .type(3)
                        .subject(CardCatalogue::authorisedStaff),
                CardSpec.cps("cps-injection-auth", "899999000047", "MALIK", "FACTICE, CN=" + ANDRE + "+CN=" + ANDRE),
                doctor("cps-medecin-signature").usage(Usage.SIGNATURE),
                doctor("cps-medecin-expire").valid(Duration.ofDays(-1200), Duration.ofDays(-105)),
                doctor("cps-medecin-futur").valid(NOT_SOON, NOT_SOON.plusDays(1095)),
                CardSpec.cps("cps-medecin-revoque", ANDRE, "ANDRÉ", "FACTICE0000021"),
                CardSpec.cpe("cpe-arm-revoque", ARM, "LÉA", "ARM FACTICE"),
                doctor("cps-medecin-faux-ac").authority("FAUX-ACI-FO-PP"),
                doctor("cps-medecin-autosigne").authority(SELF),
                CardSpec.cpe("cpe-service-auth", "3999990005/000000042", "", "")
                        .authority("ACI-EL-PP")
                        .subject(CardCatalogue::serviceCard),
                doctor("cps-medecin-production").category(Optional.of(0x00)),
                CardSpec.cps("cps-medecin-mauvaise-cle", "899999000014", "ELIO", "FACTICE0000014"),
                CardSpec.cps("cps-deux-cn", ANDRE, "ANDRÉ", "FACTICE0000021").subject(CardCatalogue::twoNames),
                doctor("cps-medecin-sans-ext").category(Optional.empty()),
                CardSpec.cps("org-serveur-ssl", "", "", "")
                        .authority("ACI-EL-ORG")
                        .category(Optional.empty())
                        .usage(Usage.ORGANISATION_SERVER)
                        .subject(subject -> organisation(subject, "localhost")),
                CardSpec.cps("org-auth-cli", "", "", "")
                        .authority("ACI-EL-ORG")
                        .category(Optional.empty())
                        .usage(Usage.ORGANISATION_CLIENT)
                        .subject(subject -> organisation(subject, "portail-samu-factice")),
                CardSpec.cps("ocsp-fo-pp", "", "", "")
                        .category(Optional.empty())
                        .usage(Usage.OCSP)
                        .subject(subject -> organisation(subject, "FACTICE REPONDEUR OCSP")),
                doctor("cps-critical-ext").withUnknownCriticalExtension(),
                doctor("cps-64k").padding(64_000),
                CardSpec.cps("cps-sans-compte", "899999000054", "ZOÉ", "INCONNUE FACTICE"),
                CardSpec.cps("cps-compte-ferme", "899999000062", "LOUIS", "PARTI FACTICE"),
                CardSpec.cpe("cpe-profil-expire", "3999990005/ARM0044", "JADE", "ARM FACTICE"));
    }

    private static CardSpec doctor(String name) {
        return CardSpec.cps(name, DOCTOR, "CAMILLE", "FACTICE0000013");
    }

    private static void authorisedStaff(X500NameBuilder subject) {
        subject.addRDN(BCStyle.C, "FR");
        subject.addRDN(BCStyle.L, "Paris (75)");
        subject.addRDN(BCStyle.O, "ORGANISME FACTICE");
        subject.addRDN(BCStyle.OU, "399999000500012");
        CardSpec.person(subject, "599999000500012/CPAT0001", "SACHA", "AUTORISE FACTICE");
    }

    private static void serviceCard(X500NameBuilder subject) {
        subject.addRDN(BCStyle.C, "FR");
        subject.addRDN(BCStyle.ST, "Paris (75)");
        subject.addRDN(BCStyle.O, "HOPITAL FACTICE");
        subject.addRDN(BCStyle.OU, "1999990005");
        subject.addRDN(BCStyle.T, "Carte de service santé ou social");
        subject.addRDN(BCStyle.PSEUDONYM, "EMPLOYE000000042");
        subject.addRDN(BCStyle.CN, "3999990005/000000042");
    }

    /** Two identifiers in one name: which one is the person? */
    private static void twoNames(X500NameBuilder subject) {
        subject.addRDN(BCStyle.C, "FR");
        subject.addRDN(BCStyle.T, "Médecin");
        subject.addMultiValuedRDN(
                new ASN1ObjectIdentifier[] {BCStyle.SURNAME, BCStyle.GIVENNAME, BCStyle.CN, BCStyle.CN},
                new String[] {"FACTICE0000021", "ANDRÉ", ANDRE, DOCTOR});
    }

    private static void organisation(X500NameBuilder subject, String commonName) {
        subject.addRDN(BCStyle.C, "FR");
        subject.addRDN(BCStyle.ST, "Paris (75)");
        subject.addRDN(BCStyle.O, "HOPITAL FACTICE");
        subject.addRDN(BCStyle.OU, "1999990005");
        subject.addRDN(BCStyle.CN, commonName);
    }
}

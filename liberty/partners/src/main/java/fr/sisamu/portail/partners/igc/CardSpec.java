package fr.sisamu.portail.partners.igc;

import java.time.Duration;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;

/**
 * What a card is to be. Begins as a good doctor's card; each method changes one thing.
 *
 * @param from begin of validity, relative to now; until its end
 * @param category octet of extension .5, empty for a certificate without private extensions
 * @param profession code of extension .7 (TRE_G15)
 */
public record CardSpec(
        String name,
        String authority,
        Subject subject,
        Duration from,
        Duration until,
        Optional<Integer> category,
        int type,
        Optional<Integer> profession,
        Usage usage,
        int padding,
        boolean unknownCritical) {

    /** What its key usages say it is for. */
    public enum Usage {
        LOGIN,
        SIGNATURE,
        ORGANISATION_SERVER,
        ORGANISATION_CLIENT,
        OCSP
    }

    /** Writes the distinguished name. */
    @FunctionalInterface
    public interface Subject {
        void write(X500NameBuilder name);
    }

    private static final Duration THREE_YEARS = Duration.ofDays(1094);

    /** A doctor's CPS: country, title, then one RDN of three attributes. */
    public static CardSpec cps(String name, String identifier, String given, String family) {
        return new CardSpec(
                name,
                "ACI-FO-PP",
                titled("Médecin", identifier, given, family),
                Duration.ofDays(-1),
                THREE_YEARS,
                Optional.of(0x80),
                0,
                Optional.of(10),
                Usage.LOGIN,
                0,
                false);
    }

    /** The CPE of a hospital's agent: no title, no profession, the hospital in the name. */
    public static CardSpec cpe(String name, String identifier, String given, String family) {
        return cps(name, identifier, given, family)
                .authority("ACI-ST-PP")
                .type(2)
                .profession(Optional.empty())
                .subject(subject -> {
                    subject.addRDN(BCStyle.C, "FR");
                    subject.addRDN(BCStyle.ST, "Paris (75)");
                    subject.addRDN(BCStyle.O, "HOPITAL FACTICE");
                    subject.addRDN(BCStyle.OU, "1999990005");
                    person(subject, identifier, given, family);
                });
    }

    static Subject titled(String title, String identifier, String given, String family) {
        return subject -> {
            subject.addRDN(BCStyle.C, "FR");
            subject.addRDN(BCStyle.T, title);
            person(subject, identifier, given, family);
        };
    }

    static void person(X500NameBuilder subject, String identifier, String given, String family) {
        subject.addMultiValuedRDN(
                new ASN1ObjectIdentifier[] {BCStyle.SURNAME, BCStyle.GIVENNAME, BCStyle.CN},
                new String[] {family, given, identifier});
    }

    public CardSpec authority(String value) {
        return new CardSpec(
                name, value, subject, from, until, category, type, profession, usage, padding, unknownCritical);
    }

    public CardSpec subject(Subject value) {
        return new CardSpec(
                name, authority, value, from, until, category, type, profession, usage, padding, unknownCritical);
    }

    public CardSpec valid(Duration begin, Duration end) {
        return new CardSpec(
                name, authority, subject, begin, end, category, type, profession, usage, padding, unknownCritical);
    }

    public CardSpec category(Optional<Integer> value) {
        return new CardSpec(
                name, authority, subject, from, until, value, type, profession, usage, padding, unknownCritical);
    }

    public CardSpec type(int value) {
        return new CardSpec(
                name, authority, subject, from, until, category, value, profession, usage, padding, unknownCritical);
    }

    public CardSpec profession(Optional<Integer> value) {
        return new CardSpec(
                name, authority, subject, from, until, category, type, value, usage, padding, unknownCritical);
    }

    public CardSpec usage(Usage value) {
        return new CardSpec(
                name, authority, subject, from, until, category, type, profession, value, padding, unknownCritical);
    }

    public CardSpec padding(int bytes) {
        return new CardSpec(
                name, authority, subject, from, until, category, type, profession, usage, bytes, unknownCritical);
    }

    public CardSpec withUnknownCriticalExtension() {
        return new CardSpec(name, authority, subject, from, until, category, type, profession, usage, padding, true);
    }
}

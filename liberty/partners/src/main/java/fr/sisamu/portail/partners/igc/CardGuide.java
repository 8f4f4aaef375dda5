package fr.sisamu.portail.partners.igc;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;

/** The table that lies beside the cards, in French like the screens: whose each one is, and what comes of it. */
final class CardGuide {

    private static final Map<String, String> OUTCOMES = Map.ofEntries(
            Map.entry("ACCEPTED", "carte acceptée"),
            Map.entry("SIGNATURE_CERTIFICATE", "refusée\u202f: certificat de signature"),
            Map.entry("NOT_FOR_LOGIN", "refusée\u202f: pas un certificat d’authentification"),
            Map.entry("EXPIRED", "refusée\u202f: expirée"),
            Map.entry("NOT_YET_VALID", "refusée\u202f: pas encore valable"),
            Map.entry("REVOKED", "refusée\u202f: révoquée"),
            Map.entry("UNKNOWN_AUTHORITY", "refusée\u202f: autorité inconnue"),
            Map.entry("SERVICE_CARD", "refusée\u202f: carte de service, sans nom"),
            Map.entry("WRONG_ENVIRONMENT", "refusée\u202f: pas une carte de test"),
            Map.entry("UNREADABLE", "refusée\u202f: illisible"),
            Map.entry("ORGANISATION", "refusée\u202f: certificat d’organisation"),
            Map.entry("NO_ACCOUNT", "refusée\u202f: aucun compte"),
            Map.entry("ACCOUNT_CLOSED", "refusée\u202f: compte fermé"));

    private CardGuide() {}

    /** Tab separated: name, file, holder, identifier, what comes of it. */
    static String of(FakeIgc igc) throws IOException {
        try (BufferedReader verdicts = new BufferedReader(new InputStreamReader(
                CardGuide.class.getResourceAsStream("/igc/verdicts.tsv"), StandardCharsets.UTF_8))) {
            return verdicts.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .map(verdict -> line(igc.card(verdict[0]), verdict[1], verdict[2]))
                    .collect(Collectors.joining("", "# nom\tfichier\tporteur\tidentifiant\tissue\n", ""));
        }
    }

    private static String line(Card card, String verdict, String identifier) {
        X500Name subject = X500Name.getInstance(
                card.certificate().getSubjectX500Principal().getEncoded());
        String holder = Stream.of(BCStyle.GIVENNAME, BCStyle.SURNAME)
                .flatMap(type -> SubjectAttribute.of(subject, type).stream())
                .collect(Collectors.joining(" "));
        String file = "cards/" + card.name() + ".p12";
        return String.join("\t", card.name(), file, holder, identifier, OUTCOMES.get(verdict)) + "\n";
    }
}

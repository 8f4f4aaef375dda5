package fr.sisamu.portail.card;

import fr.sisamu.portail.account.NationalIdentifier;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The shapes of an IdNat_PS by its first digit (TRE_G08): 0 ADELI, 1 cabinet ADELI, 3 FINESS, 4 SIREN, 5 SIRET, 6
 * cabinet RPPS, 8 RPPS with its Luhn key. At most 32 characters (DST Interfaçage SI-SAMU LRM).
 */
final class IdNat {

    private static final List<Pattern> SHAPES = List.of(
            Pattern.compile("0[0-9A-Z]{9}"),
            Pattern.compile("1[0-9A-Z]{9}/[0-9A-Za-z.-]{1,20}"),
            Pattern.compile("3[0-9][0-9A-Z][0-9]{7}/[0-9A-Za-z.-]{1,20}"),
            Pattern.compile("4[0-9]{9}/[0-9A-Za-z.-]{1,20}"),
            Pattern.compile("5[0-9]{14}/[0-9A-Za-z.-]{1,16}"),
            Pattern.compile("6[0-9]{11,14}/[0-9A-Za-z.-]{1,16}"),
            Pattern.compile("8[0-9]{11}"));

    private IdNat() {}

    /** The identifier, if the text has the shape of one. */
    static Optional<NationalIdentifier> parse(String text) {
        boolean shaped = text.length() <= 32
                && SHAPES.stream().anyMatch(shape -> shape.matcher(text).matches());
        return shaped && (!text.startsWith("8") || luhn(text.substring(1)))
                ? Optional.of(new NationalIdentifier(text))
                : Optional.empty();
    }

    private static boolean luhn(String digits) {
        int sum = 0;
        for (int fromRight = 0; fromRight < digits.length(); fromRight++) {
            int digit = digits.charAt(digits.length() - 1 - fromRight) - '0';
            int doubled = fromRight % 2 == 0 ? digit : 2 * digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }
}

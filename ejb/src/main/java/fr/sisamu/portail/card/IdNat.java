package fr.sisamu.portail.card;

import fr.sisamu.portail.account.NationalIdentifier;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The shapes of an IdNat_PS by its first digit (TRE_G08): 0 ADELI, 1 cabinet ADELI, 2 DRASS, 3 FINESS, 4 SIREN, 5 SIRET,
 * 6 cabinet RPPS, 8 RPPS with its Luhn key, 9 student. At most 32 characters (DST Interfaçage SI-SAMU LRM). For 2 and 9
 * no shape is published: letters and digits.
 */
public final class IdNat {

    private static final int LONGEST = 32;
    private static final Pattern SHAPE = Pattern.compile("0[0-9A-Z]{9}|1[0-9A-Z]{9}/[0-9A-Za-z.-]+|[29][0-9A-Za-z]+"
            + "|3[0-9A-Za-z]{9}/[0-9A-Za-z.-]+|4[0-9]{9}/[0-9A-Za-z.-]+|5[0-9]{14}/[0-9A-Za-z.-]+"
            + "|6[0-9]{11,14}/[0-9A-Za-z.-]+|8[0-9]{11}");

    private IdNat() {}

    /** The identifier, if the text has the shape of one. */
    public static Optional<NationalIdentifier> parse(String text) {
        boolean shaped = text.length() <= LONGEST && SHAPE.matcher(text).matches();
        return shaped && (text.charAt(0) != '8' || luhn(text.substring(1)))
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

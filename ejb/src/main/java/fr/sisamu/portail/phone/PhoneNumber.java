package fr.sisamu.portail.phone;

import java.util.Optional;
import java.util.regex.Pattern;

/** A numéro unique as the unit's telephone system writes it (DST Interfaçage SI-SAMU LRM, numTel). */
public record PhoneNumber(String value) {

    private static final Pattern SHAPE = Pattern.compile("([#+*]|37000|00+)?[0-9]{2,15}");

    /** The number typed, without the blanks that people put between groups; nothing if it is none. */
    public static Optional<PhoneNumber> of(String typed) {
        String digits = typed.replaceAll("[\\s\\u00A0\\u202F]", "");
        return SHAPE.matcher(digits).matches() ? Optional.of(new PhoneNumber(digits)) : Optional.empty();
    }

    /** Its last two digits: enough for the trace, too little to call. */
    static String masked(String number) {
        return "••••" + number.substring(Math.max(0, number.length() - 2));
    }
}

package fr.sisamu.portail.account;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Optional;
import java.util.regex.Pattern;

/** A given or family name as an administrator writes it: 1 to 100 characters, none of them invisible. */
public record PersonName(String value) {

    public static final int LONGEST = 100;

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}\\p{Co}\\p{Cn}]");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Zs}]+");
    private static final Pattern LETTER = Pattern.compile("\\p{L}");

    /** The name typed, its blanks put in order; empty if it can be none. */
    public static Optional<PersonName> of(String typed) {
        if (typed.length() > 3 * LONGEST || INVISIBLE.matcher(typed).find()) {
            return Optional.empty();
        }
        String tidy = BLANKS.matcher(Normalizer.normalize(typed, Form.NFC))
                .replaceAll(" ")
                .strip();
        return tidy.length() <= LONGEST && LETTER.matcher(tidy).find()
                ? Optional.of(new PersonName(tidy))
                : Optional.empty();
    }
}

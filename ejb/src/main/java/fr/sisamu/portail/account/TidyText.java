package fr.sisamu.portail.account;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Optional;
import java.util.regex.Pattern;

/** One line of text as an administrator writes it: bounded, composed (NFC), its blanks in order, nothing invisible. */
public final class TidyText {

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}\\p{Co}\\p{Cn}]");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Zs}]+");

    private TidyText() {}

    /** The text in order; empty if there is none, if it is longer than that or holds what nobody sees. */
    public static Optional<String> of(String typed, int longest) {
        if (typed.length() > 3 * longest || INVISIBLE.matcher(typed).find()) {
            return Optional.empty();
        }
        String tidy = BLANKS.matcher(Normalizer.normalize(typed, Form.NFC))
                .replaceAll(" ")
                .strip();
        return tidy.isEmpty() || tidy.length() > longest ? Optional.empty() : Optional.of(tidy);
    }
}

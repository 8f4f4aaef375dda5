package fr.sisamu.portail.account;

import java.util.Optional;
import java.util.regex.Pattern;

/** A given or family name as an administrator writes it: 1 to 100 characters, a letter at least. */
public record PersonName(String value) {

    public static final int LONGEST = 100;

    private static final Pattern LETTER = Pattern.compile("\\p{L}");

    /** The name typed, its blanks put in order; empty if it can be none. */
    public static Optional<PersonName> of(String typed) {
        return TidyText.of(typed, LONGEST)
                .filter(name -> LETTER.matcher(name).find())
                .map(PersonName::new);
    }
}

package fr.sisamu.portail.account;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An identifier, {@code prenom.nom}: small letters without accents, digits, and hyphens for whatever joins the parts of a
 * name (jean-pierre.o-factice for Jean-Pierre O’Factice). Two people of one name differ by a digit at the end
 * (marie.martin, marie.martin2).
 *
 * <p>What is typed is brought into this form: case, accents, typographic apostrophes and spaces around do not matter.
 * Letters of another script that look alike are no letters here: they name nobody.
 */
public record LoginName(String value) {

    private static final int LONGEST = 64;
    private static final Pattern SHAPE = Pattern.compile("[a-z0-9]+([.-][a-z0-9]+)*");

    /** The identifier meant by what was typed; empty if it can be none. */
    public static Optional<LoginName> of(String typed) {
        if (typed.length() > 2 * LONGEST) {
            return Optional.empty();
        }
        String plain = Normalizer.normalize(typed.strip(), Normalizer.Form.NFKD)
                .replaceAll("\\p{Mn}", "")
                .replaceAll("[’'ʼ \u2010\u2011]", "-")
                .replace("œ", "oe")
                .replace("Œ", "oe")
                .replace("æ", "ae")
                .replace("Æ", "ae")
                .toLowerCase(Locale.ROOT);
        return plain.length() <= LONGEST && SHAPE.matcher(plain).matches()
                ? Optional.of(new LoginName(plain))
                : Optional.empty();
    }
}

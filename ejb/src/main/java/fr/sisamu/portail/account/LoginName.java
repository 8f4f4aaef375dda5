package fr.sisamu.portail.account;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /** Leaves room for the dot and a number. */
    private static final int LONGEST_PART = 29;

    private static final String JOINT = "[’'ʼ \u2010\u2011]";
    private static final Pattern SHAPE = Pattern.compile("[a-z0-9]+([.-][a-z0-9]+)*");

    /** The identifier meant by what was typed; empty if it can be none. */
    public static Optional<LoginName> of(String typed) {
        if (typed.length() > 2 * LONGEST) {
            return Optional.empty();
        }
        String plain = PlainLetters.of(typed.strip()).replaceAll(JOINT, "-");
        return plain.length() <= LONGEST && SHAPE.matcher(plain).matches()
                ? Optional.of(new LoginName(plain))
                : Optional.empty();
    }

    /** The identifier that a person of this name gets if nobody has it; never empty, for everybody gets one. */
    public static LoginName proposed(String givenName, String familyName) {
        String name = Stream.of(givenName, familyName)
                .map(LoginName::part)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("."));
        return new LoginName(name.isEmpty() ? "agent" : name);
    }

    /** For the n-th person of one name, from the second on: marie.martin2. */
    public LoginName numbered(int n) {
        return n == 1 ? this : new LoginName(value + n);
    }

    private static String part(String name) {
        String plain = PlainLetters.of(name).replaceAll("[^a-z0-9]+", "-");
        String cut = plain.substring(0, Math.min(plain.length(), LONGEST_PART));
        return cut.replaceAll("^-|-$", "");
    }
}

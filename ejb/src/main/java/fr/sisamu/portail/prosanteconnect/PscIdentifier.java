package fr.sisamu.portail.prosanteconnect;

import fr.sisamu.portail.account.NationalIdentifier;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * National identifiers as Pro Santé Connect writes them: an IdNat_PS, or a test identity (ANS and digits). Wider than the
 * rules of cards, for an identifier of another shape names no account; but never a blank, a control character or a letter
 * that only looks like one.
 */
public final class PscIdentifier {

    private static final Pattern SHAPE = Pattern.compile("[0-9A-Za-z][0-9A-Za-z/._-]{0,31}");
    private static final Pattern RPPS = Pattern.compile("[0-9]{11}");

    private PscIdentifier() {}

    /** The identifier that this text is, whole and as it stands. */
    public static Optional<NationalIdentifier> of(String text) {
        return SHAPE.matcher(text).matches() ? Optional.of(new NationalIdentifier(text)) : Optional.empty();
    }

    /** The identifier that somebody typed; eleven digits are an RPPS, whose type digit is 8 (TRE_G08). */
    static Optional<NationalIdentifier> typed(String text) {
        if (text.length() > 100) {
            return Optional.empty();
        }
        String plain = text.replaceAll("[\\s\u00a0\u202f]", "");
        return of(RPPS.matcher(plain).matches() ? "8" + plain : plain);
    }
}

package fr.sisamu.portail.prosanteconnect;

import fr.sisamu.portail.session.AssuranceLevel;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The levels of the provider (acr), weakest first. Each of them counts as {@link AssuranceLevel#STRONG}: even eidas1 stands
 * for a card or an e-CPS, both of them something one has, opened by something one knows. What is weaker or unknown counts
 * as nothing.
 */
public enum Acr {
    EIDAS1,
    EIDAS2,
    EIDAS3;

    /** The level that the provider writes like this. */
    public static Optional<Acr> of(String text) {
        return Arrays.stream(values())
                .filter(level -> level.text().equals(text))
                .findFirst();
    }

    /** As the provider writes it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public AssuranceLevel assurance() {
        return AssuranceLevel.STRONG;
    }
}

package fr.sisamu.portail.card;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.x500.style.BCStyle;

/** R4 to R7: is this a card, of this world, of a kind we let in, and does it name one person? */
final class HolderRules {

    private HolderRules() {}

    /** R4: a test card opens no production portal, nor the reverse. */
    static CardRule environment(CardEnvironment expected) {
        return card -> card.extensions().category().filter(expected::is).isPresent()
                ? Optional.empty()
                : Optional.of(new Objection(
                        CardRefusal.WRONG_ENVIRONMENT,
                        "product category "
                                + card.extensions()
                                        .category()
                                        .map(Integer::toHexString)
                                        .orElse("absent")
                                + ", this portal is for " + expected));
    }

    /** R5: a product type that this portal lets in, and a token id. */
    static CardRule type(Set<CardType> allowed) {
        return card -> {
            boolean known = card.extensions().type().filter(allowed::contains).isPresent();
            return known && card.extensions().tokenId().isPresent()
                    ? Optional.empty()
                    : Optional.of(new Objection(
                            CardRefusal.CARD_TYPE,
                            "product type "
                                    + card.extensions().type().map(Enum::name).orElse("absent or unknown")
                                    + ", token id "
                                    + card.extensions().tokenId().orElse("absent")));
        };
    }

    /** R6: exactly one common name, and it is an IdNat. */
    static Optional<Objection> identifier(Examination card) {
        List<String> names = card.subject().values(BCStyle.CN);
        return card.identifier().isPresent()
                ? Optional.empty()
                : Optional.of(new Objection(CardRefusal.UNREADABLE, names.size() + " common names: " + names));
    }

    /** R7: one surname, one given name, no pseudonym. A service card names an employer, not a person. */
    static Optional<Objection> nominative(Examination card) {
        boolean named = card.subject().values(BCStyle.SURNAME).size() == 1
                && card.subject().values(BCStyle.GIVENNAME).size() == 1
                && card.subject().values(BCStyle.PSEUDONYM).isEmpty();
        return named ? Optional.empty() : Optional.of(new Objection(CardRefusal.SERVICE_CARD, "it names no person"));
    }
}

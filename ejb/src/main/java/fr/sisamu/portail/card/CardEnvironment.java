package fr.sisamu.portail.card;

/** For which world a card was made: the product category (TRE_G01, private extension 1.2.250.1.71.1.2.5). */
public enum CardEnvironment {
    PRODUCTION(0x00),
    TEST(0x80);

    private final int category;

    CardEnvironment(int category) {
        this.category = category;
    }

    boolean is(int productCategory) {
        return category == productCategory;
    }
}

package fr.sisamu.portail.emergency;

import fr.sisamu.portail.account.TidyText;
import java.util.Optional;

/** Why an access was opened, and what its review has found: words that say something. */
final class Words {

    private static final int SHORTEST = 10;
    private static final int LONGEST = 500;

    private Words() {}

    /** What was typed, tidied; empty unless it is 10 to 500 visible characters. */
    static Optional<String> of(String typed) {
        return TidyText.of(typed, LONGEST).filter(text -> text.length() >= SHORTEST);
    }
}

package fr.sisamu.portail.scim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.sisamu.portail.account.AccountId;
import fr.sisamu.portail.account.TidyText;
import fr.sisamu.portail.directory.TextRules;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A group as one of its members names it. */
record GroupName(AccountId member, Long id, String unitCode, String function) {

    /** The code of a unit (idCrra), a blank, a function: « FR770 Médecin régulateur ». */
    private static final Pattern SHAPE = Pattern.compile("(FR[0-9A-Z]{3}) (.+)");

    private static final int LONGEST_FUNCTION = 100;

    public GroupName {} // JPA calls public constructors only

    /** The unit and the function that a name means. */
    record Meaning(String unitCode, String function) {}

    static Optional<Meaning> meaning(String displayName) {
        return TidyText.of(displayName, LONGEST_FUNCTION + 6)
                .filter(name -> TextRules.objection(name).isEmpty())
                .map(SHAPE::matcher)
                .filter(Matcher::matches)
                .map(shaped -> new Meaning(shaped.group(1), shaped.group(2)));
    }

    ObjectNode reference() {
        return ScimJson.object()
                .put("value", "g" + id)
                .put("display", unitCode + " " + function)
                .put("type", "direct");
    }
}

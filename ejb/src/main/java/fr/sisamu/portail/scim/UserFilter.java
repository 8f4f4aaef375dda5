package fr.sisamu.portail.scim;

import com.fasterxml.jackson.databind.node.ValueNode;
import fr.sisamu.portail.account.LoginName;
import java.util.Locale;

/** What users are found by: {@code a} is the account, {@code s} what the identity system says of it. */
final class UserFilter implements FilterReading.Indexed {

    private static final String IDENTIFIERS =
            (Schemas.SI_SAMU_USER + ":" + Schemas.IDENTIFIERS).toLowerCase(Locale.ROOT);

    @Override
    public String equal(String attribute, ValueNode value, Condition condition) {
        String text = value.asText();
        if (attribute.equals("id")) {
            return UserJson.number(text)
                    .map(id -> "a.id = " + condition.bind(id))
                    .orElse(Condition.NEVER);
        }
        if (attribute.equals("username")) {
            return LoginName.of(text)
                    .map(login -> "a.loginName = " + condition.bind(login.value()))
                    .orElse(Condition.NEVER);
        }
        if (attribute.equals("externalid")) {
            return "s.externalId = " + condition.bind(text);
        }
        if (attribute.equals(IDENTIFIERS)) {
            return "exists (select i from AccountIdentifier i where i.account = a.id and i.identifier = "
                    + condition.bind(text) + ")";
        }
        if (attribute.equals("active")) {
            return UserJson.bool(value)
                    .map(active -> "a.status = " + condition.bind(active ? "ACTIVE" : "CLOSED"))
                    .orElse(Condition.NEVER);
        }
        return null;
    }
}

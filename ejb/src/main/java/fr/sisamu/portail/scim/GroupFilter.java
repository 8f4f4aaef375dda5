package fr.sisamu.portail.scim;

import com.fasterxml.jackson.databind.node.ValueNode;
import fr.sisamu.portail.account.AccountId;

/** What groups are found by: {@code g} is the group, {@code u} its unit. */
final class GroupFilter implements FilterReading.Indexed {

    @Override
    public String equal(String attribute, ValueNode value, Condition condition) {
        String text = value.asText();
        return switch (attribute) {
            case "id" ->
                GroupJson.number(text).map(id -> "g.id = " + condition.bind(id)).orElse(Condition.NEVER);
            case "displayname" ->
                GroupName.meaning(text)
                        .map(meaning -> "(u.code = " + condition.bind(meaning.unitCode())
                                + " and lower(g.functionLabel) = lower(" + condition.bind(meaning.function()) + "))")
                        .orElse(Condition.NEVER);
            case "externalid" -> "g.externalId = " + condition.bind(text);
            case "members" ->
                UserJson.number(text)
                        .map(id -> "exists (select p from Profile p where p.unitId = g.unitId"
                                + " and p.functionLabel = g.functionLabel and p.account = "
                                + condition.bind(new AccountId(id)) + " and " + GroupStore.NOT_OVER + ")")
                        .orElse(Condition.NEVER);
            default -> null;
        };
    }
}

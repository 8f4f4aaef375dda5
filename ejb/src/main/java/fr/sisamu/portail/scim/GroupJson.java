package fr.sisamu.portail.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Groups as JSON says them. */
final class GroupJson {

    private static final String PREFIX = "g";

    private GroupJson() {}

    /** @param whole whether what is missing is to be taken away (the result of a patch) rather than left alone */
    static GroupContent read(ObjectNode group, boolean whole) {
        GroupName.Meaning meaning = ScimJson.value(group, "displayName")
                .flatMap(name -> GroupName.meaning(name.asText()))
                .orElseThrow(() -> new RefusedException(ScimRefusal.INVALID_VALUE, "displayName"));
        return new GroupContent(meaning, UserJson.externalId(group, whole), members(group, whole));
    }

    private static Optional<Set<Long>> members(ObjectNode group, boolean whole) {
        if (!group.has("members") && !whole) {
            return Optional.empty();
        }
        Set<Long> members = new TreeSet<>();
        ScimJson.value(group, "members").ifPresent(array -> array.forEach(member -> members.add(member(member))));
        return Optional.of(members);
    }

    private static Long member(JsonNode member) {
        String value = member.path("value").asText();
        return UserJson.number(value)
                .filter(id -> !member.path("type").asText().equalsIgnoreCase("Group"))
                .orElseThrow(() -> new RefusedException(ScimRefusal.UNKNOWN_MEMBER, value));
    }

    /** The number in an identifier of a group; never one of a user, so that a group is nobody's member. */
    static Optional<Long> number(String id) {
        return id.startsWith(PREFIX) ? UserJson.number(id.substring(PREFIX.length())) : Optional.empty();
    }

    static String id(long number) {
        return PREFIX + number;
    }

    /** Without {@code meta}. */
    static ObjectNode write(GroupRow row, List<Member> members, Locations locations) {
        ObjectNode group = ScimJson.object();
        group.putArray("schemas").add(Schemas.GROUP);
        group.put("id", id(row.id()));
        row.externalId().ifPresent(key -> group.put("externalId", key));
        group.put("displayName", row.displayName());
        if (!members.isEmpty()) {
            ArrayNode array = group.putArray("members");
            members.forEach(member -> array.add(write(member, locations)));
        }
        return group;
    }

    private static ObjectNode write(Member member, Locations locations) {
        String id = Long.toString(member.account());
        return ScimJson.object()
                .put("value", id)
                .put("$ref", locations.of(ScimKind.USER, id))
                .put("display", member.givenName() + " " + member.familyName())
                .put("type", "User");
    }

    static ObjectNode meta(ObjectNode group, Locations locations) {
        return group.putObject("meta")
                .put("resourceType", "Group")
                .put("location", locations.of(ScimKind.GROUP, group.get("id").asText()));
    }
}

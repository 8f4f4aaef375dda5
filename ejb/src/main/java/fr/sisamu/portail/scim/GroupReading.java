package fr.sisamu.portail.scim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** Groups as JSON, some at a time, with two queries however many they are. */
@ApplicationScoped
class GroupReading {

    @Inject
    GroupStore groups;

    @Inject
    Locations locations;

    /** The group with its members and the version that follows from them. */
    ObjectNode whole(GroupRow row) {
        List<Member> members = groups.members(List.of(row.id())).getOrDefault(row.id(), List.of());
        ObjectNode group = GroupJson.write(row, members, locations);
        String version = EntityTag.of(members.size(), group);
        GroupJson.meta(group, locations).put("version", version);
        return group;
    }

    /** @param withMembers whether anybody wants to see them; they may be thousands */
    List<ObjectNode> page(List<GroupRow> rows, boolean withMembers) {
        Map<Long, List<Member>> members = withMembers && !rows.isEmpty()
                ? groups.members(rows.stream().map(GroupRow::id).toList())
                : Map.of();
        List<ObjectNode> page = rows.stream()
                .map(row -> GroupJson.write(row, members.getOrDefault(row.id(), List.of()), locations))
                .toList();
        page.forEach(group -> GroupJson.meta(group, locations));
        return page;
    }
}

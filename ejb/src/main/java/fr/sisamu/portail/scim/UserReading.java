package fr.sisamu.portail.scim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.sisamu.portail.account.AccountId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Users as JSON, some at a time, with three queries however many they are. */
@ApplicationScoped
class UserReading {

    @Inject
    UserStore users;

    @Inject
    GroupStore groups;

    @Inject
    Locations locations;

    Optional<ObjectNode> find(AccountId id) {
        return users.find(id).map(row -> write(List.of(row)).get(0));
    }

    List<ObjectNode> page(Condition condition, String order, Slice slice) {
        return write(users.page(condition, order, slice));
    }

    private List<ObjectNode> write(List<UserRow> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        List<AccountId> accounts = rows.stream().map(UserRow::account).toList();
        Map<Long, Set<String>> identifiers = users.identifiers(accounts);
        Map<Long, List<GroupName>> held = groups.namesOf(accounts);
        return rows.stream()
                .map(row -> UserJson.write(
                        row,
                        identifiers.getOrDefault(row.id(), Set.of()),
                        locations.of(ScimKind.USER, Long.toString(row.id())),
                        held.getOrDefault(row.id(), List.of()).stream()))
                .toList();
    }
}

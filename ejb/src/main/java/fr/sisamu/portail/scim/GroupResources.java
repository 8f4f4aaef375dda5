package fr.sisamu.portail.scim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Groups: one for each function in each unit. */
@ApplicationScoped
class GroupResources implements Resources {

    static final int MOST = 100;

    private static final Map<String, String> COLUMNS = Map.of("id", "g.id", "displayname", "u.code, g.functionLabel");

    @Inject
    GroupReading reading;

    @Inject
    GroupStore groups;

    @Inject
    GroupWriting writing;

    @Override
    public ObjectNode get(String id, ScimQuery query) {
        GroupRow row = groups.find(number(id)).orElseThrow(() -> new RefusedException(ScimRefusal.NOT_FOUND, id));
        return Projection.of(query, Schemas.GROUP).apply(reading.whole(row));
    }

    @Override
    public ObjectNode list(ScimQuery query) {
        Condition condition = FilterReading.read(query.filter(), new GroupFilter(), Schemas.GROUP);
        String order = Order.of(query, COLUMNS, "g.id");
        Slice slice = Slice.of(query, MOST);
        Projection projection = Projection.of(query, Schemas.GROUP);
        groups.register();
        List<GroupRow> rows = slice.count() == 0 ? List.of() : groups.page(condition, order, slice);
        List<ObjectNode> page = reading.page(rows, projection.shows("members"));
        return slice.answer(
                groups.count(condition), page.stream().map(projection::apply).toList());
    }

    @Override
    public Written create(ObjectNode body) {
        return writing.create(GroupJson.read(body, false));
    }

    @Override
    public Written replace(String id, Optional<String> ifMatch, ObjectNode body) {
        GroupContent content = GroupJson.read(body, false);
        return writing.change(number(id), ifMatch, now -> content);
    }

    @Override
    public Written change(String id, Optional<String> ifMatch, ObjectNode patch) {
        return writing.change(number(id), ifMatch, now -> {
            Patching.apply(patch, now, PatchRules.GROUP);
            return GroupJson.read(now, true);
        });
    }

    @Override
    public Written remove(String id, Optional<String> ifMatch) {
        return writing.remove(number(id), ifMatch);
    }

    @Override
    public String id(long number) {
        return GroupJson.id(number);
    }

    private static long number(String id) {
        return GroupJson.number(id).orElseThrow(() -> new RefusedException(ScimRefusal.NOT_FOUND, id));
    }
}

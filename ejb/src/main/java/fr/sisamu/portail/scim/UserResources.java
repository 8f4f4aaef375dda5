package fr.sisamu.portail.scim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.sisamu.portail.account.AccountId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Users: one for each account that the identity system has not deleted. */
@ApplicationScoped
class UserResources implements Resources {

    static final int MOST = 200;

    private static final Map<String, String> COLUMNS = Map.of("id", "a.id", "username", "a.loginName");

    @Inject
    UserReading reading;

    @Inject
    UserStore users;

    @Inject
    UserWriting writing;

    @Override
    public ObjectNode get(String id, ScimQuery query) {
        return UserJson.number(id)
                .map(AccountId::new)
                .flatMap(reading::find)
                .map(Projection.of(query, Schemas.USER)::apply)
                .orElseThrow(() -> new RefusedException(ScimRefusal.NOT_FOUND, id));
    }

    @Override
    public ObjectNode list(ScimQuery query) {
        Condition condition = FilterReading.read(query.filter(), new UserFilter(), Schemas.USER);
        String order = Order.of(query, COLUMNS, "a.id");
        Slice slice = Slice.of(query, MOST);
        Projection projection = Projection.of(query, Schemas.USER);
        List<ObjectNode> page = slice.count() == 0 ? List.of() : reading.page(condition, order, slice);
        return slice.answer(
                users.count(condition), page.stream().map(projection::apply).toList());
    }

    @Override
    public Written create(ObjectNode body) {
        return writing.create(UserJson.read(body, false));
    }

    @Override
    public Written replace(String id, Optional<String> ifMatch, ObjectNode body) {
        UserContent content = UserJson.read(body, false);
        return writing.change(account(id), ifMatch, now -> content);
    }

    @Override
    public Written change(String id, Optional<String> ifMatch, ObjectNode patch) {
        return writing.change(account(id), ifMatch, now -> {
            Patching.apply(patch, now, PatchRules.USER);
            return UserJson.read(now, true);
        });
    }

    @Override
    public Written remove(String id, Optional<String> ifMatch) {
        return writing.remove(account(id), ifMatch);
    }

    @Override
    public String id(long number) {
        return Long.toString(number);
    }

    private static AccountId account(String id) {
        return UserJson.number(id)
                .map(AccountId::new)
                .orElseThrow(() -> new RefusedException(ScimRefusal.NOT_FOUND, id));
    }
}

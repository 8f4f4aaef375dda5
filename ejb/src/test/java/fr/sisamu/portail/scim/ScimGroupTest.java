package fr.sisamu.portail.scim;

import static fr.sisamu.portail.scim.ScimWorld.RH;
import static fr.sisamu.portail.scim.ScimWorld.done;
import static fr.sisamu.portail.scim.ScimWorld.refusal;
import static fr.sisamu.portail.scim.ScimWorld.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.sisamu.portail.profile.ProfileService;
import fr.sisamu.portail.testdb.TestDatabase;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class ScimGroupTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    final ScimWorld world;
    final String unit;

    ScimGroupTest(TestDatabase.Kind database) {
        world = new ScimWorld(database);
        unit = world.unit();
    }

    private static String body(String name, String... members) {
        String listed = String.join(
                ",",
                List.of(members).stream()
                        .map(id -> "{\"value\":\"" + id + "\"}")
                        .toList());
        return "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:Group\"],\"displayName\":\"" + name
                + "\",\"members\":[" + listed + "]}";
    }

    private ObjectNode make(String function, String... members) {
        return done(world.create(ScimKind.GROUP, body(unit + " " + function, members)));
    }

    private static List<String> members(ObjectNode group) {
        return texts(group.path("members"), "value");
    }

    private boolean mayChoose(String user) {
        return !world.portal
                .get(ProfileService.class)
                .validFor(ScimWorld.account(user))
                .isEmpty();
    }

    private long unitId() {
        return Long.parseLong(world.rows.one("select id from unit where code = ?", unit));
    }

    @Test
    void givesItsMembersTheProfileFromTodayOn() {
        String user = world.makeUser();

        ObjectNode group = make("Médecin régulateur", user);

        assertThat(group.get("displayName").asText()).isEqualTo(unit + " Médecin régulateur");
        assertThat(members(group)).containsExactly(user);
        assertThat(mayChoose(user)).isTrue();
        assertThat(world.traced(user)).contains("PROFILE_ADDED by SCIM rh; after " + unit);
        ObjectNode member = world.get(ScimKind.USER, user);
        assertThat(member.get("groups").get(0).get("display").asText()).isEqualTo(unit + " Médecin régulateur");
        assertThat(member.get("groups").get(0).get("value")).isEqualTo(group.get("id"));
    }

    @Test
    void takesTheProfileAwayAtOnce() {
        String user = world.makeUser();
        String other = world.makeUser();
        String id = make("Médecin régulateur", user, other).get("id").asText();

        ObjectNode group = done(world.patch(
                ScimKind.GROUP, id, "{\"op\":\"remove\",\"path\":\"members[value eq \\\"" + user + "\\\"]\"}"));

        assertThat(members(group)).containsExactly(other);
        assertThat(mayChoose(user)).isFalse();
        assertThat(world.rows.one(
                        "select cast(valid_until as varchar(10)) from profile where account_id = ?",
                        Long.parseLong(user)))
                .isEqualTo("2026-03-01");
        assertThat(world.traced(user)).contains("PROFILE_CHANGED by SCIM rh; " + unit + " before ");
        assertThat(world.get(ScimKind.USER, user).has("groups")).isFalse();
    }

    @Test
    void takesThePatchesOfIdentitySystems() {
        String first = world.makeUser();
        String second = world.makeUser();
        String id = make("ARM").get("id").asText();

        done(world.patch(
                ScimKind.GROUP,
                id,
                "{\"op\":\"Add\",\"path\":\"members\",\"value\":[{\"$ref\":null,\"value\":\"" + first + "\"}]}"));
        ObjectNode both = done(world.patch(
                ScimKind.GROUP, id, "{\"op\":\"add\",\"path\":\"members\",\"value\":{\"value\":\"" + second + "\"}}"));
        assertThat(members(both)).containsExactlyInAnyOrder(first, second);

        ObjectNode one = done(world.patch(
                ScimKind.GROUP,
                id,
                "{\"op\":\"Remove\",\"path\":\"members\",\"value\":[{\"value\":\"" + first + "\"}]}"));
        assertThat(members(one)).containsExactly(second);

        ObjectNode replaced = done(world.patch(
                ScimKind.GROUP,
                id,
                "{\"op\":\"replace\",\"value\":{\"displayName\":\"" + unit + " ARM\",\"members\":[{\"value\":\"" + first
                        + "\"}]}}"));
        assertThat(members(replaced)).containsExactly(first);
    }

    @Test
    void addingWhoIsThereChangesNothing() {
        String user = world.makeUser();
        String id = make("ARM", user).get("id").asText();

        done(world.patch(
                ScimKind.GROUP, id, "{\"op\":\"add\",\"path\":\"members\",\"value\":[{\"value\":\"" + user + "\"}]}"));

        assertThat(world.rows.count("profile", "account_id = ?", Long.parseLong(user)))
                .isEqualTo(1);
    }

    @Test
    void showsTheProfilesThatPagesAndImportsHaveGiven() {
        String user = world.makeUser();
        String coming = world.makeUser();
        String former = world.makeUser();
        long unitId = unitId();
        world.rows.profile(Long.parseLong(user), unitId, "Superviseur", TODAY.minusDays(9), null);
        world.rows.profile(Long.parseLong(coming), unitId, "Superviseur", TODAY.plusDays(9), null);
        world.rows.profile(Long.parseLong(former), unitId, "Superviseur", TODAY.minusDays(9), TODAY.minusDays(1));

        ObjectNode list = done(world.find(ScimKind.GROUP, "displayName eq \"" + unit + " superviseur\""));

        assertThat(list.get("totalResults").asInt()).isEqualTo(1);
        ObjectNode group = (ObjectNode) list.get("Resources").get(0);
        assertThat(members(group)).containsExactlyInAnyOrder(user, coming);
        assertThat(refusal(world.create(ScimKind.GROUP, body(unit + " Superviseur"))))
                .isEqualTo(ScimRefusal.GROUP_EXISTS);
    }

    @Test
    void findsGroupsByMemberAndHidesThemOnDemand() {
        String user = world.makeUser();
        String id = make("ARM", user).get("id").asText();

        for (String filter : List.of("members eq \"%s\"", "members.value eq \"%s\"", "members[value eq \"%s\"]")) {
            ObjectNode list = done(world.find(ScimKind.GROUP, "id eq \"" + id + "\" and " + filter.formatted(user)));
            assertThat(list.get("totalResults").asInt()).as(filter).isEqualTo(1);
        }
        ScimQuery without = new ScimQuery("displayName eq \"" + unit + " ARM\"", "", "members", "", "", "", "");
        ObjectNode list = done(world.scim.list(RH, ScimKind.GROUP, without));
        assertThat(list.get("Resources").get(0).has("members")).isFalse();
        assertThat(done(world.find(ScimKind.GROUP, "id eq \"" + id + "\" and members eq \"0\""))
                        .get("totalResults")
                        .asInt())
                .isZero();
        assertThat(refusal(world.find(ScimKind.GROUP, "displayName co \"ARM\"")))
                .isEqualTo(ScimRefusal.FILTER_NOT_INDEXED);
    }

    @Test
    void sortsByUnitAndFunction() {
        make("ARM");
        make("PARM");

        ScimQuery down = new ScimQuery("", "", "members", "displayName", "descending", "", "100");
        List<String> names =
                texts(done(world.scim.list(RH, ScimKind.GROUP, down)).get("Resources"), "displayName").stream()
                        .filter(name -> name.startsWith(unit))
                        .toList();
        assertThat(names).containsExactly(unit + " PARM", unit + " ARM");
    }

    @Test
    void refusesWhatNoGroupIs() {
        String user = world.makeUser();

        assertThat(refusal(world.create(ScimKind.GROUP, body("Médecins")))).isEqualTo(ScimRefusal.INVALID_VALUE);
        assertThat(refusal(world.create(ScimKind.GROUP, body("FR??? ARM")))).isEqualTo(ScimRefusal.INVALID_VALUE);
        assertThat(refusal(world.create(ScimKind.GROUP, body("FR1ZZ ARM")))).isEqualTo(ScimRefusal.UNKNOWN_UNIT);
        assertThat(refusal(world.create(ScimKind.GROUP, body(unit + " <b>ARM</b>"))))
                .isEqualTo(ScimRefusal.INVALID_VALUE);
        assertThat(refusal(world.create(ScimKind.GROUP, body(unit + " " + "A".repeat(101)))))
                .isEqualTo(ScimRefusal.INVALID_VALUE);
        assertThat(refusal(world.create(ScimKind.GROUP, body(unit + " ARM", user, "999999999"))))
                .isEqualTo(ScimRefusal.UNKNOWN_MEMBER);
        assertThat(mayChoose(user)).as("all or nothing").isFalse();
        String group = make("ARM").get("id").asText();
        assertThat(refusal(world.create(ScimKind.GROUP, body(unit + " Groupe de groupes", group))))
                .isEqualTo(ScimRefusal.UNKNOWN_MEMBER);
    }

    @Test
    void isNeverRenamed() {
        String id = make("ARM").get("id").asText();

        assertThat(refusal(world.patch(
                        ScimKind.GROUP,
                        id,
                        "{\"op\":\"replace\",\"path\":\"displayName\",\"value\":\"" + unit + " PARM\"}")))
                .isEqualTo(ScimRefusal.MUTABILITY);
        assertThat(done(world.patch(
                        ScimKind.GROUP,
                        id,
                        "{\"op\":\"replace\",\"path\":\"displayName\",\"value\":\"" + unit + " ARM\"}")))
                .isNotNull();
    }

    @Test
    void leavesMembersAloneThatAreNotSpokenOf() {
        String user = world.makeUser();
        String id = make("ARM", user).get("id").asText();

        ObjectNode group = done(world.put(
                ScimKind.GROUP, id, "{\"displayName\":\"" + unit + " ARM\",\"externalId\":\"G" + unit + "\"}"));

        assertThat(members(group)).containsExactly(user);
        assertThat(group.get("externalId").asText()).isEqualTo("G" + unit);
        assertThat(members(done(world.put(ScimKind.GROUP, id, body(unit + " ARM")))))
                .isEmpty();
    }

    @Test
    void isGoneWithItsProfilesWhenDeleted() {
        String user = world.makeUser();
        String id = make("ARM", user).get("id").asText();

        assertThat(world.scim.remove(RH, ScimKind.GROUP, id, Optional.empty())).isInstanceOf(ScimReply.Done.class);

        assertThat(mayChoose(user)).isFalse();
        assertThat(refusal(world.scim.get(RH, ScimKind.GROUP, id, ScimQuery.plain())))
                .isEqualTo(ScimRefusal.NOT_FOUND);
        assertThat(done(world.find(ScimKind.GROUP, "displayName eq \"" + unit + " ARM\""))
                        .get("totalResults")
                        .asInt())
                .isZero();
        assertThat(world.rows.count("profile", "account_id = ?", Long.parseLong(user)))
                .isEqualTo(1);
    }

    @Test
    void tellsTheSecondOfTwo() {
        String user = world.makeUser();
        ObjectNode read = make("ARM");
        String id = read.get("id").asText();
        Optional<String> version = Optional.of(read.get("meta").get("version").asText());
        String add = "{\"op\":\"add\",\"path\":\"members\",\"value\":[{\"value\":\"" + user + "\"}]}";

        assertThat(world.patch(ScimKind.GROUP, id, version, add)).isInstanceOf(ScimReply.Done.class);
        assertThat(refusal(world.patch(ScimKind.GROUP, id, version, add))).isEqualTo(ScimRefusal.CHANGED_MEANWHILE);
    }

    @Test
    void losesNotTooManyMembersInOneDay() {
        world.rows.run("update profile set valid_until = valid_from where valid_until is null");
        String[] users = new String[11];
        for (int i = 0; i < users.length; i++) {
            users[i] = world.makeUser();
        }
        String id = make("ARM", users).get("id").asText();

        ScimReply emptied = world.put(ScimKind.GROUP, id, body(unit + " ARM"));

        assertThat(refusal(emptied)).isEqualTo(ScimRefusal.TOO_MANY_LEAVE);
        assertThat(members(world.get(ScimKind.GROUP, id))).hasSize(11);
        assertThat(members(done(world.put(ScimKind.GROUP, id, body(unit + " ARM", users[0])))))
                .hasSize(1);
    }

    @Test
    void givesThePhoneThatTheFunctionHas() {
        String user = world.makeUser();
        String second = world.makeUser();
        long profile = world.rows.profile(Long.parseLong(user), unitId(), "Superviseur", TODAY, null);
        world.rows.run("update profile set needs_phone = false where id = ?", profile);
        String id = done(world.find(ScimKind.GROUP, "displayName eq \"" + unit + " Superviseur\""))
                .get("Resources")
                .get(0)
                .get("id")
                .asText();

        done(world.patch(
                ScimKind.GROUP,
                id,
                "{\"op\":\"add\",\"path\":\"members\",\"value\":[{\"value\":\"" + second + "\"}]}"));

        assertThat(world.rows.one("select needs_phone from profile where account_id = ?", Long.parseLong(second)))
                .isIn("f", "FALSE", "false");
    }
}

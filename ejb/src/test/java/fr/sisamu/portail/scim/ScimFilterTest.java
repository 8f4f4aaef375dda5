package fr.sisamu.portail.scim;

import static fr.sisamu.portail.scim.ScimWorld.RH;
import static fr.sisamu.portail.scim.ScimWorld.done;
import static fr.sisamu.portail.scim.ScimWorld.identifiers;
import static fr.sisamu.portail.scim.ScimWorld.refusal;
import static fr.sisamu.portail.scim.ScimWorld.texts;
import static fr.sisamu.portail.scim.ScimWorld.user;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.sisamu.portail.testdb.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class ScimFilterTest {

    final ScimWorld world;
    final String login;
    final String identifier;
    final String id;

    ScimFilterTest(TestDatabase.Kind database) {
        world = new ScimWorld(database);
        login = world.login();
        identifier = world.identifier();
        id = world.make(user(login, "\"externalId\":\"F" + login + "\"," + identifiers(identifier)))
                .get("id")
                .asText();
    }

    private List<String> found(String filter) {
        ObjectNode list = done(world.find(ScimKind.USER, filter));
        return texts(list.get("Resources"), "userName");
    }

    private ObjectNode list(String startIndex, String count, String sortBy, String sortOrder) {
        return done(
                world.scim.list(RH, ScimKind.USER, new ScimQuery("", "", "", sortBy, sortOrder, startIndex, count)));
    }

    @Test
    void findsByWhatHasAnIndex() {
        assertThat(found("id eq \"" + id + "\"")).containsExactly(login);
        assertThat(found("userName eq \"" + login + "\"")).containsExactly(login);
        assertThat(found("USERNAME Eq \" " + login.toUpperCase(java.util.Locale.ROOT) + "\""))
                .containsExactly(login);
        assertThat(found("urn:ietf:params:scim:schemas:core:2.0:User:userName eq \"" + login + "\""))
                .containsExactly(login);
        assertThat(found("externalId eq \"F" + login + "\"")).containsExactly(login);
        assertThat(found("externalId eq \"f" + login + "\""))
                .as("keys are exact")
                .isEmpty();
        assertThat(found(Schemas.SI_SAMU_USER + ":nationalIdentifiers eq \"" + identifier + "\""))
                .containsExactly(login);
        assertThat(found(Schemas.SI_SAMU_USER + ":nationalIdentifiers[value eq \"" + identifier + "\"]"))
                .containsExactly(login);
    }

    @Test
    void combinesConditions() {
        assertThat(found("userName eq \"" + login + "\" and active eq true")).containsExactly(login);
        assertThat(found("userName eq \"" + login + "\" and active eq false")).isEmpty();
        assertThat(found("active eq true and (id eq \"0\" or externalId eq \"F" + login + "\")"))
                .containsExactly(login);
    }

    @Test
    void findsNothingByWhatCannotBe() {
        assertThat(found("id eq \"x\"")).isEmpty();
        assertThat(found("userName eq \"z@x.test\"")).isEmpty();
        assertThat(found("userName eq null")).isEmpty();
        assertThat(found("active eq \"perhaps\"")).isEmpty();
    }

    @Test
    void takesNothingForSql() {
        assertThat(found("externalId eq \"' or 1=1 --\"")).isEmpty();
        assertThat(found("externalId eq \"') or exists (select a from Account a) or ('a' = 'a\""))
                .isEmpty();
        assertThat(found(Schemas.SI_SAMU_USER + ":nationalIdentifiers eq \":v1 or 1 = 1\""))
                .isEmpty();
        assertThat(found("externalId eq \"%\"")).isEmpty();
    }

    @Test
    void refusesWhatIsNoFilter() {
        for (String bad : List.of("userName eq", "(((", "userName zz \"a\"", "userName eq 'a'", "\"", "and", ")")) {
            assertThat(refusal(world.find(ScimKind.USER, bad))).as(bad).isEqualTo(ScimRefusal.INVALID_FILTER);
        }
    }

    @Test
    void refusesWhatWouldReadAWholeTable() {
        for (String slow : List.of(
                "userName co \"a\"",
                "userName sw \"a\"",
                "userName ne \"a\"",
                "userName pr",
                "not (active eq true)",
                "name.familyName eq \"Factice\"",
                "emails[type eq \"work\" and value co \"@\"]",
                "meta.lastModified gt \"2011-05-13T04:42:34Z\"",
                "schemas eq \"x\"",
                "urn:x:userName eq \"a\"",
                "a.loginName eq \"x\"")) {
            assertThat(refusal(world.find(ScimKind.USER, slow))).as(slow).isEqualTo(ScimRefusal.FILTER_NOT_INDEXED);
        }
    }

    @Test
    void refusesHugeFilters() {
        String term = "id eq \"0\"";

        assertThat(refusal(world.find(ScimKind.USER, "externalId eq \"" + "x".repeat(1000) + "\"")))
                .isEqualTo(ScimRefusal.FILTER_TOO_LONG);
        assertThat(refusal(world.find(ScimKind.USER, term + (" or " + term).repeat(10))))
                .isEqualTo(ScimRefusal.TOO_MANY_TERMS);
        assertThat(refusal(world.find(
                        ScimKind.USER,
                        "(".repeat(5) + term + " or " + term + ") and " + term + ") or " + term + ") and " + term
                                + ") or " + term + ") and " + term)))
                .isEqualTo(ScimRefusal.FILTER_TOO_DEEP);
        assertThat(found("(".repeat(400) + term + ")".repeat(400))).isEmpty();
        assertThat(refusal(world.find(ScimKind.USER, "(".repeat(999)))).isEqualTo(ScimRefusal.INVALID_FILTER);
    }

    @Test
    void readsAListPageByPageInOneOrder() {
        world.makeUser();
        world.makeUser();
        ObjectNode first = list("1", "2", "", "");
        ObjectNode second = list("3", "2", "", "");

        int total = first.get("totalResults").asInt();
        assertThat(first.get("itemsPerPage").asInt()).isEqualTo(2);
        assertThat(second.get("startIndex").asInt()).isEqualTo(3);
        assertThat(texts(first.get("Resources"), "userName"))
                .doesNotContainAnyElementsOf(texts(second.get("Resources"), "userName"));
        assertThat(list("" + (total + 1), "2", "", "").get("Resources")).isEmpty();
        assertThat(list("", "0", "", "").get("totalResults").asInt()).isEqualTo(total);
        assertThat(list("", "0", "", "").get("Resources")).isEmpty();
        assertThat(list("-5", "-1", "", "").get("startIndex").asInt()).isEqualTo(1);
        assertThat(list("", "100000", "", "").get("itemsPerPage").asInt()).isLessThanOrEqualTo(UserResources.MOST);
    }

    @Test
    void sortsByWhatHasAnIndex() {
        List<String> up = texts(list("", "5", "userName", "").get("Resources"), "userName");
        List<String> down = texts(list("", "5", "username", "descending").get("Resources"), "userName");

        assertThat(up.get(0)).isNotEqualTo(down.get(0));
        ScimQuery byName = new ScimQuery("", "", "", "name.familyName", "", "", "");
        assertThat(refusal(world.scim.list(RH, ScimKind.USER, byName))).isEqualTo(ScimRefusal.INVALID_VALUE);
        ScimQuery startX = new ScimQuery("", "", "", "", "", "x", "");
        assertThat(refusal(world.scim.list(RH, ScimKind.USER, startX))).isEqualTo(ScimRefusal.INVALID_VALUE);
        ScimQuery countHuge = new ScimQuery("", "", "", "", "", "", "99999999999999999999");
        assertThat(refusal(world.scim.list(RH, ScimKind.USER, countHuge))).isEqualTo(ScimRefusal.INVALID_VALUE);
    }

    @Test
    void searchesByABodyToo() {
        String body = """
                {"schemas":["urn:ietf:params:scim:api:messages:2.0:SearchRequest"],
                 "filter":"userName eq \\"%s\\"","attributes":["userName"],"startIndex":1,"count":10}""".formatted(login);

        ObjectNode list = done(world.scim.search(RH, ScimKind.USER, body.getBytes(StandardCharsets.UTF_8)));

        assertThat(list.get("totalResults").asInt()).isEqualTo(1);
        ObjectNode only = (ObjectNode) list.get("Resources").get(0);
        assertThat(only.propertyStream().map(java.util.Map.Entry::getKey))
                .containsExactlyInAnyOrder("schemas", "id", "userName");
        assertThat(refused("{\"count\":\"x\"}")).isEqualTo(ScimRefusal.INVALID_VALUE);
        assertThat(refused("{\"filter\":{\"a\":1}}")).isEqualTo(ScimRefusal.INVALID_SYNTAX);
        assertThat(refused("[]")).isEqualTo(ScimRefusal.INVALID_SYNTAX);
        assertThat(refused("{\"filter\":\"userName co 1\"}")).isEqualTo(ScimRefusal.FILTER_NOT_INDEXED);
    }

    private ScimRefusal refused(String body) {
        return refusal(world.scim.search(RH, ScimKind.USER, body.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void showsTheAttributesThatAreAskedFor() {
        assertThat(shown("userName", "")).isEqualTo("[id, schemas, userName]");
        assertThat(shown("name.givenName,urn:ietf:params:scim:schemas:core:2.0:User:active", ""))
                .isEqualTo("[active, id, name, schemas]");
        assertThat(done(world.scim.get(RH, ScimKind.USER, id, query("name.givenName", "")))
                        .get("name")
                        .toString())
                .isEqualTo("{\"givenName\":\"Zoé\"}");
        assertThat(shown(Schemas.SI_SAMU_USER, "")).isEqualTo("[id, schemas, " + Schemas.SI_SAMU_USER + "]");
        assertThat(shown("", "name,meta,id,externalId," + Schemas.SI_SAMU_USER + ":nationalIdentifiers"))
                .isEqualTo("[active, displayName, id, schemas, userName]");
        assertThat(shown("nothingAtAll", "")).isEqualTo("[id, schemas]");
    }

    private static ScimQuery query(String attributes, String excluded) {
        return new ScimQuery("", attributes, excluded, "", "", "", "");
    }

    private String shown(String attributes, String excluded) {
        ObjectNode user = done(world.scim.get(RH, ScimKind.USER, id, query(attributes, excluded)));
        return user.propertyStream()
                .map(java.util.Map.Entry::getKey)
                .sorted()
                .toList()
                .toString();
    }
}

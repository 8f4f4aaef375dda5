package fr.sisamu.portail.scim;

import static fr.sisamu.portail.scim.ScimWorld.done;
import static fr.sisamu.portail.scim.ScimWorld.identifiers;
import static fr.sisamu.portail.scim.ScimWorld.refusal;
import static fr.sisamu.portail.scim.ScimWorld.user;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.sisamu.portail.testdb.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Patches of users, as RFC 7644 §3.5.2 has them and as identity systems send them. */
class ScimPatchTest {

    private static final String EXTENSION = "urn:ietf:params:scim:schemas:extension:sisamu:2.0:User";

    final ScimWorld world = new ScimWorld(TestDatabase.Kind.H2);
    final String held = world.identifier();
    final String id = world.make(user(world.login(), "\"externalId\":\"P" + held + "\"," + identifiers(held)))
            .get("id")
            .asText();

    private ObjectNode patched(String operations) {
        return done(world.patch(ScimKind.USER, id, operations));
    }

    private static int held(ObjectNode user) {
        return user.path(EXTENSION).path("nationalIdentifiers").size();
    }

    /** The forms of Entra ID, of midPoint and of the RFC. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"op\":\"replace\",\"path\":\"active\",\"value\":false}",
                "{\"op\":\"Replace\",\"path\":\"active\",\"value\":\"False\"}",
                "{\"op\":\"replace\",\"value\":{\"active\":false}}",
                "{\"op\":\"Add\",\"path\":\"active\",\"value\":\"False\"}",
                "{\"op\":\"replace\",\"path\":\"urn:ietf:params:scim:schemas:core:2.0:User:active\",\"value\":false}",
                "{\"op\":\"replace\",\"path\":\"emails[type eq \\\"work\\\"].value\",\"value\":\"z@x.test\"},"
                        + "{\"op\":\"replace\",\"path\":\"displayName\",\"value\":\"Z\"},"
                        + "{\"op\":\"add\",\"path\":\"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department\",\"value\":\"SAMU\"},"
                        + "{\"op\":\"replace\",\"path\":\"active\",\"value\":false}"
            })
    void closesAnAccountHoweverItIsSaid(String operations) {
        assertThat(patched(operations).get("active").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"op\":\"replace\",\"path\":\"name.givenName\",\"value\":\"Zora\"}",
                "{\"op\":\"replace\",\"path\":\"NAME.GivenName\",\"value\":\"Zora\"}",
                "{\"op\":\"replace\",\"path\":\"name\",\"value\":{\"givenName\":\"Zora\"}}",
                "{\"op\":\"replace\",\"value\":{\"name.givenName\":\"Zora\",\"title\":\"Dr\"}}",
                "{\"op\":\"add\",\"value\":{\"name\":{\"givenName\":\"Zora\"}}}"
            })
    void correctsANameHoweverItIsSaid(String operation) {
        ObjectNode user = patched(operation);

        assertThat(user.get("name").get("givenName").asText()).isEqualTo("Zora");
        assertThat(user.get("name").get("familyName").asText()).isEqualTo("Factice");
        assertThat(held(user)).isEqualTo(1);
    }

    @Test
    void addsAnIdentifierHoweverItIsSaid() {
        patched("{\"op\":\"add\",\"path\":\"" + EXTENSION + ":nationalIdentifiers\",\"value\":[\"" + world.identifier()
                + "\"]}");
        patched("{\"op\":\"Add\",\"path\":\"" + EXTENSION + ":nationalIdentifiers\",\"value\":\"" + world.identifier()
                + "\"}");
        patched("{\"op\":\"add\",\"value\":{\"" + EXTENSION + ":nationalIdentifiers\":[\"" + world.identifier()
                + "\"]}}");
        ObjectNode user = patched("{\"op\":\"add\",\"value\":{\"" + EXTENSION + "\":{\"nationalIdentifiers\":[\""
                + world.identifier() + "\"]}}}");

        assertThat(held(user)).isEqualTo(5);
    }

    @Test
    void takesAnIdentifierAway() {
        String second = world.identifier();
        String path = EXTENSION + ":nationalIdentifiers";
        patched("{\"op\":\"add\",\"path\":\"" + path + "\",\"value\":\"" + second + "\"}");

        ObjectNode one = patched("{\"op\":\"remove\",\"path\":\"" + path + "[value eq \\\"" + held + "\\\"]\"}");
        assertThat(one.get(EXTENSION).get("nationalIdentifiers").get(0).asText())
                .isEqualTo(second);

        assertThat(held(patched("{\"op\":\"remove\",\"path\":\"" + EXTENSION + "\"}")))
                .isZero();
    }

    @Test
    void takesTheKeyAway() {
        assertThat(patched("{\"op\":\"remove\",\"path\":\"externalId\"}").has("externalId"))
                .isFalse();
    }

    @Test
    void doesAllOperationsOrNone() {
        ScimReply reply = world.patch(
                ScimKind.USER,
                id,
                "{\"op\":\"replace\",\"path\":\"name.givenName\",\"value\":\"Zora\"}," + "{\"op\":\"add\",\"path\":\""
                        + EXTENSION + ":nationalIdentifiers\",\"value\":\"nonsense\"}");

        assertThat(refusal(reply)).isEqualTo(ScimRefusal.INVALID_VALUE);
        assertThat(world.get(ScimKind.USER, id).get("name").get("givenName").asText())
                .isEqualTo("Zoé");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "INVALID_PATH|{'op':'replace','path':'favouriteColour','value':'x'}",
                "INVALID_PATH|{'op':'replace','path':'name[','value':'x'}",
                "INVALID_PATH|{'op':'replace','path':'urn:x:y:z','value':'x'}",
                "MUTABILITY|{'op':'replace','path':'id','value':'1'}",
                "MUTABILITY|{'op':'add','path':'groups','value':[{'value':'g1'}]}",
                "MUTABILITY|{'op':'replace','path':'meta.version','value':'x'}",
                "NO_TARGET|{'op':'remove'}",
                "INVALID_SYNTAX|{'op':'destroy','path':'active','value':true}",
                "INVALID_SYNTAX|{'op':'add','path':'active'}",
                "INVALID_SYNTAX|7",
                "INVALID_VALUE|{'op':'replace','value':true}",
                "INVALID_VALUE|{'op':'remove','path':'userName'}",
                "INVALID_VALUE|{'op':'replace','path':'active','value':'perhaps'}",
                "INVALID_VALUE|{'op':'replace','path':'name.familyName','value':['a','b']}",
                "INVALID_VALUE|{'op':'replace','path':'userName','value':{'a':1}}"
            })
    void refusesWhatCannotBe(ScimRefusal reason, String operation) {
        ScimReply reply = world.patch(ScimKind.USER, id, operation.replace('\'', '"'));

        assertThat(refusal(reply)).isEqualTo(reason);
    }

    @Test
    void refusesHugePatches() {
        String one = "{\"op\":\"replace\",\"path\":\"active\",\"value\":true}";

        assertThat(refusal(world.patch(ScimKind.USER, id, one + ("," + one).repeat(200))))
                .isEqualTo(ScimRefusal.TOO_MANY_OPERATIONS);
    }
}

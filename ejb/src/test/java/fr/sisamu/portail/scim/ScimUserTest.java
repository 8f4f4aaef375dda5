package fr.sisamu.portail.scim;

import static fr.sisamu.portail.scim.ScimWorld.RH;
import static fr.sisamu.portail.scim.ScimWorld.done;
import static fr.sisamu.portail.scim.ScimWorld.identifiers;
import static fr.sisamu.portail.scim.ScimWorld.refusal;
import static fr.sisamu.portail.scim.ScimWorld.user;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.sisamu.portail.account.AccountRegister;
import fr.sisamu.portail.account.PersonName;
import fr.sisamu.portail.audit.SupportCode;
import fr.sisamu.portail.session.AssuranceLevel;
import fr.sisamu.portail.session.LoginMethod;
import fr.sisamu.portail.session.NewSession;
import fr.sisamu.portail.session.OpenedSession;
import fr.sisamu.portail.session.WorkSessionService;
import fr.sisamu.portail.testdb.TestDatabase;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class ScimUserTest {

    final ScimWorld world;

    ScimUserTest(TestDatabase.Kind database) {
        world = new ScimWorld(database);
    }

    private String traced(String id) {
        return world.traced(id);
    }

    private static boolean active(ObjectNode user) {
        return user.get("active").asBoolean();
    }

    private static String version(ObjectNode user) {
        return user.get("meta").get("version").asText();
    }

    @Test
    void makesAnAccountOfAUser() {
        String login = world.login();
        String identifier = world.identifier();

        ObjectNode user = world.make(user(login, "\"externalId\":\"K" + login + "\"," + identifiers(identifier)));

        String id = user.get("id").asText();
        assertThat(user.get("userName").asText()).isEqualTo(login);
        assertThat(user.get("externalId").asText()).isEqualTo("K" + login);
        assertThat(user.get("displayName").asText()).isEqualTo("Zoé Factice");
        assertThat(active(user)).isTrue();
        assertThat(user.get(Schemas.SI_SAMU_USER)
                        .get("nationalIdentifiers")
                        .get(0)
                        .asText())
                .isEqualTo(identifier);
        assertThat(user.get("meta").get("location").asText()).isEqualTo("https://portail.test/scim/v2/Users/" + id);
        assertThat(world.rows.one("select index_version from account where id = ?", Long.parseLong(id)))
                .as("found by the search of the pages")
                .isNotEqualTo("0");
        assertThat(traced(id))
                .isEqualTo("CREATED by SCIM rh; after " + login + " Zoé Factice; IDENTIFIER_ADDED by SCIM rh; "
                        + identifier + "; EXTERNAL_ID_CHANGED by SCIM rh; before «», after «K" + login + "»");
    }

    @Test
    void ignoresWhatThePortalDoesNotKeep() {
        ObjectNode user = world.make(user(
                world.login(),
                "\"password\":\"t1meMa$heen\",\"emails\":[{\"value\":\"z@x.test\"}],\"roles\":[{\"value\":\"ADMINISTRATOR\"}],"
                        + "\"id\":\"1\",\"meta\":{\"version\":\"x\"},\"groups\":[{\"value\":\"g1\"}]"));

        assertThat(user.has("password")).isFalse();
        assertThat(user.has("emails")).isFalse();
        assertThat(user.has("groups")).isFalse();
        assertThat(user.get("id").asText()).isNotEqualTo("1");
        assertThat(world.rows.count(
                        "account_role", "account_id = ?", user.get("id").asLong()))
                .isZero();
    }

    @Test
    void readsNamesOfAttributesInAnyCase() {
        String login = world.login();

        ObjectNode user = world.make(
                "{\"USERNAME\":\"" + login + "\",\"Name\":{\"GIVENNAME\":\"Zoé\",\"familyname\":\"Factice\"}}");

        assertThat(user.get("userName").asText()).isEqualTo(login);
    }

    @Test
    void refusesWhatNoUserIs() {
        String name = "\"name\":{\"givenName\":\"Zoé\",\"familyName\":\"Factice\"}";

        assertThat(refusal(world.create(ScimKind.USER, "{"))).isEqualTo(ScimRefusal.INVALID_SYNTAX);
        assertThat(refusal(world.create(ScimKind.USER, "[]"))).isEqualTo(ScimRefusal.INVALID_SYNTAX);
        assertThat(refusal(world.create(ScimKind.USER, ""))).isEqualTo(ScimRefusal.INVALID_SYNTAX);
        assertThat(refusal(world.create(ScimKind.USER, "[".repeat(5000)))).isEqualTo(ScimRefusal.INVALID_SYNTAX);
        assertThat(refusal(world.create(ScimKind.USER, "{" + name + "}"))).isEqualTo(ScimRefusal.INVALID_VALUE);
        for (String bad : new String[] {"zoé@chu.test", "а.b", "<b>", "a".repeat(65), " ", "a'; drop table account"}) {
            assertThat(refusal(world.create(ScimKind.USER, user(bad, ""))))
                    .as(bad)
                    .isEqualTo(ScimRefusal.INVALID_VALUE);
        }
        for (String bad : new String[] {"<b>Zoé</b>", "=1+1", "Z\\u0000oé", "Zоé", "1", "", "Z".repeat(101)}) {
            String body = "{\"userName\":\"" + world.login() + "\",\"name\":{\"givenName\":\"" + bad
                    + "\",\"familyName\":\"Factice\"}}";
            assertThat(refusal(world.create(ScimKind.USER, body))).as(bad).isEqualTo(ScimRefusal.INVALID_VALUE);
        }
        assertThat(refusal(world.create(ScimKind.USER, user(world.login(), "\"active\":\"perhaps\""))))
                .isEqualTo(ScimRefusal.INVALID_VALUE);
        assertThat(refusal(world.create(ScimKind.USER, user(world.login(), identifiers("899999000014")))))
                .as("a wrong Luhn key")
                .isEqualTo(ScimRefusal.INVALID_VALUE);
        assertThat(refusal(
                        world.create(ScimKind.USER, user(world.login(), "\"externalId\":\"" + "k".repeat(256) + "\""))))
                .isEqualTo(ScimRefusal.INVALID_VALUE);
    }

    @Test
    void refusesASecondAccountOfOneNameKeyOrIdentifier() {
        String login = world.login();
        String identifier = world.identifier();
        world.make(user(login, "\"externalId\":\"K" + login + "\"," + identifiers(identifier)));

        assertThat(refusal(world.create(ScimKind.USER, user(login, "")))).isEqualTo(ScimRefusal.USER_NAME_TAKEN);
        assertThat(refusal(world.create(ScimKind.USER, user(world.login(), "\"externalId\":\"K" + login + "\""))))
                .isEqualTo(ScimRefusal.EXTERNAL_ID_TAKEN);
        String other = world.login();
        ScimReply third = world.create(ScimKind.USER, user(other, identifiers(identifier)));
        assertThat(refusal(third)).isEqualTo(ScimRefusal.IDENTIFIER_HELD);
        assertThat(world.rows.count("account", "login_name = ?", other))
                .as("all or nothing")
                .isZero();
        SupportCode code = ((ScimReply.Refused) third).code().orElseThrow();
        assertThat(world.rows.one(
                        "select outcome || ' ' || detail from audit_entry where support_code = ?", code.value()))
                .isEqualTo("IDENTIFIER_HELD by SCIM rh; /Users POST: " + identifier);
    }

    @Test
    void replacesAUserAndLeavesAloneWhatIsNotSaid() {
        String identifier = world.identifier();
        ObjectNode made =
                world.make(user(world.login(), "\"externalId\":\"K1" + identifier + "\"," + identifiers(identifier)));
        String id = made.get("id").asText();
        String login = world.login();

        ObjectNode user = done(world.put(ScimKind.USER, id, """
                {"userName":"%s","name":{"givenName":"Zoé","familyName":"Nouvelle-Factice"}}""".formatted(login)));

        assertThat(user.get("userName").asText()).isEqualTo(login);
        assertThat(user.get("displayName").asText()).isEqualTo("Zoé Nouvelle-Factice");
        assertThat(user.get("externalId").asText()).isEqualTo("K1" + identifier);
        assertThat(user.get(Schemas.SI_SAMU_USER).get("nationalIdentifiers")).hasSize(1);
        assertThat(traced(id))
                .contains("RENAMED by SCIM rh; before Zoé Factice, after Zoé Nouvelle-Factice")
                .contains("LOGIN_CHANGED by SCIM rh; before "
                        + made.get("userName").asText() + ", after " + login);
        assertThat(version(user)).isNotEqualTo(version(made));
    }

    @Test
    void replacesIdentifiersThatAreSaid() {
        String first = world.identifier();
        String second = world.identifier();
        String login = world.login();
        String id = world.make(user(login, identifiers(first))).get("id").asText();

        ObjectNode user = done(world.put(ScimKind.USER, id, user(login, identifiers(second))));

        assertThat(user.get(Schemas.SI_SAMU_USER).get("nationalIdentifiers")).hasSize(1);
        assertThat(traced(id))
                .contains("IDENTIFIER_REMOVED by SCIM rh; " + first)
                .contains("IDENTIFIER_ADDED by SCIM rh; " + second);
    }

    @Test
    void doingItAgainChangesNothing() {
        String login = world.login();
        String body = user(login, "\"active\":true," + identifiers(world.identifier()));
        ObjectNode made = world.make(body);
        String before = traced(made.get("id").asText());

        ObjectNode again = done(world.put(ScimKind.USER, made.get("id").asText(), body));

        assertThat(again).isEqualTo(made);
        assertThat(traced(made.get("id").asText())).isEqualTo(before);
    }

    @Test
    void closesAnAccountWithItsSessionsAndOpensItAgain() {
        String id = world.makeUser();
        WorkSessionService sessions = world.portal.get(WorkSessionService.class);
        OpenedSession session = sessions.open(new NewSession(
                ScimWorld.account(id),
                LoginMethod.CARD,
                AssuranceLevel.STRONG,
                Optional.empty(),
                "192.0.2.1",
                SupportCode.random()));

        ObjectNode closed =
                done(world.patch(ScimKind.USER, id, "{\"op\":\"replace\",\"path\":\"active\",\"value\":false}"));

        assertThat(active(closed)).isFalse();
        assertThat(sessions.find(session.token())).isEmpty();
        assertThat(world.rows.one("select end_reason from work_session where id = ?", session.sessionId()))
                .isEqualTo("ACCOUNT_CLOSED");
        assertThat(traced(id)).contains("CLOSED by SCIM rh; before active, after closed");
        assertThat(active(done(
                        world.patch(ScimKind.USER, id, "{\"op\":\"replace\",\"path\":\"active\",\"value\":true}"))))
                .isTrue();
        assertThat(traced(id)).contains("REOPENED by SCIM rh; before closed, after active");
    }

    /** A crash between the closing and the end of the sessions is mended by the client's next try. */
    @Test
    void endsTheSessionsOfAnAccountThatIsClosedAlready() {
        String id = world.makeUser();
        WorkSessionService sessions = world.portal.get(WorkSessionService.class);
        OpenedSession session = sessions.open(new NewSession(
                ScimWorld.account(id),
                LoginMethod.CARD,
                AssuranceLevel.STRONG,
                Optional.empty(),
                "192.0.2.1",
                SupportCode.random()));
        world.rows.run("update account set status = 'CLOSED' where id = ?", Long.parseLong(id));

        done(world.patch(ScimKind.USER, id, "{\"op\":\"replace\",\"path\":\"active\",\"value\":false}"));

        assertThat(world.rows.one("select end_reason from work_session where id = ?", session.sessionId()))
                .isEqualTo("ACCOUNT_CLOSED");
    }

    @Test
    void closesWhatIsDeletedAndShowsItNoMore() {
        String login = world.login();
        String id = world.make(user(login, "")).get("id").asText();

        assertThat(world.scim.remove(RH, ScimKind.USER, id, Optional.empty())).isInstanceOf(ScimReply.Done.class);

        assertThat(world.rows.one("select status from account where id = ?", Long.parseLong(id)))
                .isEqualTo("CLOSED");
        assertThat(refusal(world.scim.get(RH, ScimKind.USER, id, ScimQuery.plain())))
                .isEqualTo(ScimRefusal.NOT_FOUND);
        assertThat(done(world.find(ScimKind.USER, "userName eq \"" + login + "\""))
                        .get("totalResults")
                        .asInt())
                .isZero();
        assertThat(refusal(world.scim.remove(RH, ScimKind.USER, id, Optional.empty())))
                .isEqualTo(ScimRefusal.NOT_FOUND);
        assertThat(refusal(world.put(ScimKind.USER, id, user(login, "")))).isEqualTo(ScimRefusal.NOT_FOUND);
        assertThat(refusal(world.create(ScimKind.USER, user(login, ""))))
                .as("a namesake perhaps, who must not have this account")
                .isEqualTo(ScimRefusal.USER_NAME_TAKEN);
    }

    @Test
    void givesWhoComesBackTheirAccountAgain() {
        String login = world.login();
        String identifier = world.identifier();
        String body = user(login, identifiers(identifier));
        String id = world.make(body).get("id").asText();
        world.scim.remove(RH, ScimKind.USER, id, Optional.empty());

        ObjectNode back = world.make(body);

        assertThat(back.get("id").asText()).isEqualTo(id);
        assertThat(active(back)).isTrue();
        assertThat(traced(id)).endsWith("REOPENED by SCIM rh; before closed, after active");
    }

    @Test
    void showsADeletedAccountThatAnAdministratorOpensAgain() {
        String id = world.makeUser();
        world.scim.remove(RH, ScimKind.USER, id, Optional.empty());
        AccountRegister register = world.portal.get(AccountRegister.class);

        register.reopen(ScimWorld.account(id));
        assertThat(active(world.get(ScimKind.USER, id))).isTrue();

        world.portal.clock().advance(java.time.Duration.ofSeconds(1));
        register.close(ScimWorld.account(id));
        assertThat(active(world.get(ScimKind.USER, id)))
                .as("closed by somebody else, for another reason")
                .isFalse();
    }

    @Test
    void tellsTheSecondOfTwoAndLosesNothing() {
        ObjectNode read = world.make(user(world.login(), ""));
        String id = read.get("id").asText();
        Optional<String> version = Optional.of(version(read));
        String rename = "{\"op\":\"replace\",\"path\":\"name.givenName\",\"value\":\"%s\"}";
        assertThat(world.patch(ScimKind.USER, id, version, rename.formatted("Zora")))
                .isInstanceOf(ScimReply.Done.class);

        assertThat(refusal(world.patch(ScimKind.USER, id, version, rename.formatted("Zita"))))
                .isEqualTo(ScimRefusal.CHANGED_MEANWHILE);
        assertThat(refusal(world.scim.remove(RH, ScimKind.USER, id, version))).isEqualTo(ScimRefusal.CHANGED_MEANWHILE);

        assertThat(world.get(ScimKind.USER, id).get("name").get("givenName").asText())
                .isEqualTo("Zora");
        assertThat(world.patch(ScimKind.USER, id, Optional.of("*"), rename.formatted("Zita")))
                .isInstanceOf(ScimReply.Done.class);
    }

    @Test
    void changesItsVersionWithWhatAPageChanges() {
        ObjectNode read = world.make(user(world.login(), ""));
        String id = read.get("id").asText();
        AccountRegister register = world.portal.get(AccountRegister.class);

        register.addIdentifier(
                ScimWorld.account(id),
                fr.sisamu.portail.card.IdNat.parse(world.identifier()).orElseThrow());
        String second = version(world.get(ScimKind.USER, id));
        assertThat(second).isNotEqualTo(version(read));

        int version = register.sheet(ScimWorld.account(id)).orElseThrow().version();
        register.rename(
                ScimWorld.account(id),
                version,
                PersonName.of("Zora").orElseThrow(),
                PersonName.of("Factice").orElseThrow());
        assertThat(version(world.get(ScimKind.USER, id))).isNotEqualTo(second);
    }

    @Test
    void closesNoAdministrator() {
        String id = world.makeUser();
        world.rows.run(
                "insert into account_role (account_id, role, scope, granted_at) values (?, 'ADMINISTRATOR', 0, ?)",
                Long.parseLong(id),
                world.portal.clock().instant());

        assertThat(refusal(world.patch(ScimKind.USER, id, "{\"op\":\"replace\",\"path\":\"active\",\"value\":false}")))
                .isEqualTo(ScimRefusal.ADMINISTRATOR);
        assertThat(refusal(world.scim.remove(RH, ScimKind.USER, id, Optional.empty())))
                .isEqualTo(ScimRefusal.ADMINISTRATOR);
        assertThat(active(world.get(ScimKind.USER, id))).isTrue();
        world.rows.run("delete from account_role where account_id = ?", Long.parseLong(id));
    }

    @Test
    void givesNobodyWithARoleAnotherCard() {
        ObjectNode user = world.make(user(world.login(), ""));
        String id = user.get("id").asText();
        world.rows.run(
                "insert into account_role (account_id, role, scope, granted_at) values (?, 'AUDITOR', 0, ?)",
                Long.parseLong(id),
                world.portal.clock().instant());

        assertThat(refusal(world.put(
                        ScimKind.USER, id, user(user.get("userName").asText(), identifiers(world.identifier())))))
                .isEqualTo(ScimRefusal.ROLE_HOLDER);
        assertThat(world.rows.count("account_identifier", "account_id = ?", Long.parseLong(id)))
                .isZero();
        assertThat(world.patch(ScimKind.USER, id, "{\"op\":\"replace\",\"path\":\"active\",\"value\":false}"))
                .as("who leaves, leaves")
                .isInstanceOf(ScimReply.Done.class);
        world.rows.run("delete from account_role where account_id = ?", Long.parseLong(id));
    }

    @Test
    void letsNotTooManyGoInOneDay() {
        world.rows.run("update account set status = 'CLOSED' where status = 'ACTIVE'");
        String[] ids = new String[12];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = world.makeUser();
        }
        for (int i = 0; i < LeavingGuard.ALWAYS; i++) {
            assertThat(world.scim.remove(RH, ScimKind.USER, ids[i], Optional.empty()))
                    .isInstanceOf(ScimReply.Done.class);
        }

        ScimReply eleventh = world.scim.remove(RH, ScimKind.USER, ids[10], Optional.empty());

        assertThat(refusal(eleventh)).isEqualTo(ScimRefusal.TOO_MANY_LEAVE);
        assertThat(((ScimReply.Refused) eleventh).subject()).isEqualTo("11/12 > 10 %");
        assertThat(active(world.get(ScimKind.USER, ids[10]))).isTrue();
        assertThat(refusal(world.patch(ScimKind.USER, ids[11], "{\"op\":\"replace\",\"value\":{\"active\":false}}")))
                .isEqualTo(ScimRefusal.TOO_MANY_LEAVE);

        world.portal.clock().advance(java.time.Duration.ofDays(1));
        assertThat(world.scim.remove(RH, ScimKind.USER, ids[10], Optional.empty()))
                .isInstanceOf(ScimReply.Done.class);
    }

    @Test
    void grantsTheRequestOfWhoeverWaited() {
        String identifier = world.identifier();
        world.rows.run(
                "insert into account_request values (?, 'Zoé', 'Factice', 'CPS', ?, ?, 1, 'ABCD-EFGH', 'WAITING', 1)",
                identifier,
                world.portal.clock().instant(),
                world.portal.clock().instant());

        world.make(user(world.login(), identifiers(identifier)));

        assertThat(world.rows.one("select status from account_request where identifier = ?", identifier))
                .isEqualTo("GRANTED");
    }
}

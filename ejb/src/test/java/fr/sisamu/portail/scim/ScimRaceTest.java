package fr.sisamu.portail.scim;

import static fr.sisamu.portail.scim.ScimWorld.identifiers;
import static fr.sisamu.portail.scim.ScimWorld.user;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.sisamu.portail.testdb.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Requests at the same instant: the database lets one be the one, and tells the others so. */
@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class ScimRaceTest {

    private static final int MANY = 8;

    final ScimWorld world;

    ScimRaceTest(TestDatabase.Kind database) {
        world = new ScimWorld(database);
    }

    private static List<ScimReply> atOnce(IntFunction<ScimReply> request) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(MANY);
        try {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<ScimReply>> answers = new ArrayList<>();
            for (int i = 0; i < MANY; i++) {
                int number = i;
                Callable<ScimReply> client = () -> {
                    start.await();
                    return request.apply(number);
                };
                answers.add(clients.submit(client));
            }
            start.countDown();
            List<ScimReply> replies = new ArrayList<>();
            for (Future<ScimReply> answer : answers) {
                replies.add(answer.get());
            }
            return replies;
        } finally {
            clients.shutdownNow();
        }
    }

    private static void assertOneWon(List<ScimReply> replies, ScimRefusal... others) {
        assertThat(replies).filteredOn(ScimReply.Done.class::isInstance).hasSize(1);
        assertThat(replies)
                .filteredOn(ScimReply.Refused.class::isInstance)
                .extracting(ScimWorld::refusal)
                .isSubsetOf(others);
    }

    @Test
    void oneOfManyTakesALoginName() throws Exception {
        String login = world.login();

        assertOneWon(
                atOnce(i -> world.create(ScimKind.USER, user(login, ""))),
                ScimRefusal.USER_NAME_TAKEN,
                ScimRefusal.TAKEN_MEANWHILE);
        assertThat(world.rows.count("account", "login_name = ?", login)).isEqualTo(1);
    }

    @Test
    void oneOfManyTakesAnIdentifier() throws Exception {
        String identifier = world.identifier();

        assertOneWon(
                atOnce(i -> world.create(ScimKind.USER, user(world.login(), identifiers(identifier)))),
                ScimRefusal.IDENTIFIER_HELD);
    }

    @Test
    void oneOfManyTakesAKey() throws Exception {
        String key = "\"externalId\":\"R" + world.login() + "\"";
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            ids.add(world.makeUser());
        }

        assertOneWon(
                atOnce(i -> world.patch(ScimKind.USER, ids.get(i), "{\"op\":\"add\",\"value\":{" + key + "}}")),
                ScimRefusal.EXTERNAL_ID_TAKEN,
                ScimRefusal.TAKEN_MEANWHILE);
    }

    @Test
    void oneOfManyWhoHaveReadTheSameSaves() throws Exception {
        ObjectNode read = world.make(user(world.login(), ""));
        Optional<String> version = Optional.of(read.get("meta").get("version").asText());

        assertOneWon(
                atOnce(i -> world.patch(
                        ScimKind.USER,
                        read.get("id").asText(),
                        version,
                        "{\"op\":\"replace\",\"path\":\"name.givenName\",\"value\":\"Zoé-" + "abcdefgh".charAt(i)
                                + "\"}")),
                ScimRefusal.CHANGED_MEANWHILE);
    }

    @Test
    void manyAddingOneMemberGiveOneProfile() throws Exception {
        String user = world.makeUser();
        String group = ScimWorld.done(world.create(ScimKind.GROUP, "{\"displayName\":\"" + world.unit() + " ARM\"}"))
                .get("id")
                .asText();

        List<ScimReply> replies = atOnce(i -> world.patch(
                ScimKind.GROUP,
                group,
                "{\"op\":\"add\",\"path\":\"members\",\"value\":[{\"value\":\"" + user + "\"}]}"));

        assertThat(replies).allMatch(ScimReply.Done.class::isInstance);
        assertThat(world.rows.count("profile", "account_id = ?", Long.parseLong(user)))
                .isEqualTo(1);
    }

    @Test
    void oneOfManyMakesAGroup() throws Exception {
        String body = "{\"displayName\":\"" + world.unit() + " ARM\"}";

        assertOneWon(
                atOnce(i -> world.create(ScimKind.GROUP, body)), ScimRefusal.GROUP_EXISTS, ScimRefusal.TAKEN_MEANWHILE);
    }
}

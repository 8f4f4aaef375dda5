package fr.sisamu.portail.scim;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.sisamu.portail.account.AccountId;
import fr.sisamu.portail.role.Duty;
import fr.sisamu.portail.role.Rights;
import fr.sisamu.portail.testdb.Portal;
import fr.sisamu.portail.testdb.Rows;
import fr.sisamu.portail.testdb.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;

/** A portal and an identity system that may provision. */
final class ScimWorld {

    static final Rights RH = Rights.ofToken("SCIM rh", Set.of(Duty.PROVISION));

    private static final AtomicInteger NEXT = new AtomicInteger(1000);

    final Portal portal;
    final Rows rows;
    final ScimService scim;

    ScimWorld(TestDatabase.Kind database) {
        portal = new Portal(TestDatabase.of(database)).with("portail.url", "https://portail.test");
        rows = portal.rows();
        rows.run("delete from scim_leaving");
        scim = portal.get(ScimService.class);
    }

    /** A name that no other test has. */
    String login() {
        return "zoe.factice" + NEXT.getAndIncrement();
    }

    /** An RPPS with its Luhn key, of nobody else. */
    String identifier() {
        String digits = String.format(Locale.ROOT, "8999%06d", NEXT.getAndIncrement());
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int doubled = i % 2 == 0 ? 2 * digit : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return "8" + digits + (10 - sum % 10) % 10;
    }

    /** The code of a unit made just now. */
    String unit() {
        int number = NEXT.getAndIncrement();
        long id = rows.unit("CRRA " + number, 3600);
        String padded = ("00" + Integer.toString(number, 36)).toUpperCase(Locale.ROOT);
        String code = "FR" + padded.substring(padded.length() - 3);
        rows.run("update unit set code = ? where id = ?", code, id);
        return code;
    }

    static String user(String login, String more) {
        return """
                {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"%s",
                 "name":{"givenName":"Zoé","familyName":"Factice"}%s}""".formatted(login, more.isEmpty() ? "" : "," + more);
    }

    static String identifiers(String... values) {
        return "\"urn:ietf:params:scim:schemas:extension:sisamu:2.0:User\":{\"nationalIdentifiers\":[\""
                + String.join("\",\"", values) + "\"]}";
    }

    ObjectNode make(String body) {
        return done(scim.create(RH, ScimKind.USER, body.getBytes(StandardCharsets.UTF_8)));
    }

    /** The number of a user made just now. */
    String makeUser() {
        return make(user(login(), "")).get("id").asText();
    }

    ScimReply create(ScimKind kind, String body) {
        return scim.create(RH, kind, body.getBytes(StandardCharsets.UTF_8));
    }

    ScimReply put(ScimKind kind, String id, String body) {
        return scim.replace(RH, kind, id, Optional.empty(), body.getBytes(StandardCharsets.UTF_8));
    }

    ScimReply patch(ScimKind kind, String id, String operations) {
        return patch(kind, id, Optional.empty(), operations);
    }

    ScimReply patch(ScimKind kind, String id, Optional<String> ifMatch, String operations) {
        String body =
                "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":[" + operations + "]}";
        return scim.change(RH, kind, id, ifMatch, body.getBytes(StandardCharsets.UTF_8));
    }

    ScimReply find(ScimKind kind, String filter) {
        return scim.list(RH, kind, new ScimQuery(filter, "", "", "", "", "", ""));
    }

    ObjectNode get(ScimKind kind, String id) {
        return done(scim.get(RH, kind, id, ScimQuery.plain()));
    }

    static ObjectNode done(ScimReply reply) {
        assertThat(reply).isInstanceOf(ScimReply.Done.class);
        return ScimJson.read(((ScimReply.Done) reply).json().getBytes(StandardCharsets.UTF_8));
    }

    /** This attribute of each element. */
    static List<String> texts(JsonNode array, String attribute) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(element -> element.get(attribute).asText())
                .toList();
    }

    static ScimRefusal refusal(ScimReply reply) {
        assertThat(reply).isInstanceOf(ScimReply.Refused.class);
        return ((ScimReply.Refused) reply).reason();
    }

    static AccountId account(String id) {
        return new AccountId(Long.parseLong(id));
    }

    /** Outcomes and details of what was traced on this account, the oldest first. */
    String traced(String id) {
        return rows.one(
                "select string_agg(outcome || ' ' || detail, '; ' order by id) from audit_entry where account_id = ?",
                Long.parseLong(id));
    }
}

package fr.sisamu.portail.liberty.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.liberty.RunningServer;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** SCIM on the wire: the requests of RFC 7644 §3 and of Entra ID’s documentation, and what no client should send. */
class ScimWireIT {

    private static final RunningServer SERVER = RunningServer.demonstration();
    private static final String BASE = "/scim/v2";
    private static final ContentType SCIM = ContentType.create("application/scim+json", "UTF-8");
    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");
    private static final CardClient CLIENT = CardClient.withoutCard();

    private static String token;

    @BeforeAll
    static void makeToken() throws IOException {
        token = MachineToken.make(SERVER, "annuaire-fil", "SCIM");
    }

    @AfterAll
    static void hangUp() throws IOException {
        CLIENT.close();
    }

    private static ClassicRequestBuilder request(String method, String path) {
        return ClassicRequestBuilder.create(method)
                .setUri(SERVER.portal(BASE + path))
                .addHeader("Authorization", "Bearer " + token);
    }

    private static Answer send(String method, String path) throws IOException {
        return CLIENT.send(request(method, path).build());
    }

    private static Answer send(String method, String path, String body) throws IOException {
        return CLIENT.send(request(method, path).setEntity(body, SCIM).build());
    }

    /** An address that no address is. */
    private static Answer sendAsItIs(String path) throws IOException {
        HttpHost portal = new HttpHost("https", "localhost", SERVER.portalPort());
        BasicClassicHttpRequest request = new BasicClassicHttpRequest("GET", portal, BASE + path);
        request.addHeader("Authorization", "Bearer " + token);
        return CLIENT.send(request);
    }

    private static String id(Answer answer) {
        Matcher id = ID.matcher(answer.body());
        assertThat(id.find()).as(answer.body()).isTrue();
        return id.group(1);
    }

    private static void assertError(int status, Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type").orElse("")).startsWith("application/scim+json");
        assertThat(answer.body())
                .contains("urn:ietf:params:scim:api:messages:2.0:Error")
                .contains("\"status\":\"" + status + "\"")
                .contains("\"detail\":\"")
                .doesNotContain("<html");
    }

    /** RFC 7644 §3.3, with a name that no domain follows. */
    @Test
    void createsTheUserOfTheRfc() throws IOException {
        Answer made = send("POST", "/Users", """
                {
                  "schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],
                  "userName":"bjensen",
                  "externalId":"bjensen",
                  "name":{
                    "formatted":"Ms. Barbara J Jensen III",
                    "familyName":"Jensen",
                    "givenName":"Barbara"
                  }
                }""");

        assertThat(made.status()).as(made.body()).isEqualTo(201);
        String location = made.header("Location").orElseThrow();
        assertThat(location).isEqualTo(SERVER.origin() + BASE + "/Users/" + id(made));
        assertThat(made.header("ETag").orElseThrow()).startsWith("W/\"");
        assertThat(made.header("Content-Type").orElseThrow()).startsWith("application/scim+json");
        assertThat(made.body()).contains("\"location\":\"" + location + "\"").contains("\"active\":true");

        // §3.4.1 and §3.14: the same again, and nothing when it is known
        Answer read = send("GET", "/Users/" + id(made));
        assertThat(read.body()).isEqualTo(made.body());
        Answer known = CLIENT.send(request("GET", "/Users/" + id(made))
                .addHeader("If-None-Match", made.header("ETag").orElseThrow())
                .build());
        assertThat(known.status()).isEqualTo(304);
        assertThat(known.body()).isEmpty();

        Answer head = send("HEAD", "/Users/" + id(made));
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.body()).isEmpty();

        // §3.4.2: a filter in the address; §3.9: one attribute
        Answer found = send("GET", "/Users?filter=userName%20eq%20%22bjensen%22&attributes=userName");
        assertThat(found.body())
                .contains("\"totalResults\":1")
                .contains("\"userName\":\"bjensen\"")
                .doesNotContain("Barbara");

        // §3.4.3
        Answer searched = send("POST", "/Users/.search", """
                {"schemas": ["urn:ietf:params:scim:api:messages:2.0:SearchRequest"],
                 "attributes": ["displayName", "userName"], "filter": "externalId eq \\"bjensen\\"",
                 "startIndex": 1, "count": 10}""");
        assertThat(searched.body()).contains("\"totalResults\":1").contains("\"itemsPerPage\":1");

        // §3.6
        assertThat(send("DELETE", "/Users/" + id(made)).status()).isEqualTo(204);
        assertError(404, send("GET", "/Users/" + id(made)));
    }

    /** The requests of « Tutorial: Develop and plan provisioning for a SCIM endpoint in Microsoft Entra ID ». */
    @Test
    void takesTheRequestsOfEntra() throws IOException {
        assertThat(send(
                                "GET",
                                "/Users?filter=userName eq \"test.entra\""
                                        .replace(" ", "%20")
                                        .replace("\"", "%22"))
                        .body())
                .contains("\"totalResults\":0")
                .contains("\"Resources\":[]");
        String id = id(Forms.expect(201, send("POST", "/Users", """
                {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User",
                            "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"],
                 "externalId":"0a21f0f2-8d2a-4f8e-bf98-7363c4aed4ef","userName":"test.entra","active":true,
                 "emails":[{"primary":true,"type":"work","value":"test@testuser.example"}],
                 "meta":{"resourceType":"User"},
                 "name":{"formatted":"givenName familyName","familyName":"familyName","givenName":"givenName"},
                 "roles":[]}""")));

        Answer updated = send("PATCH", "/Users/" + id, """
                {"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
                 "Operations":[
                   {"op":"Replace","path":"emails[type eq \\"work\\"].value","value":"updatedEmail@x.test"},
                   {"op":"Replace","path":"name.familyName","value":"updatedFamilyName"}]}""");
        assertThat(updated.status()).as(updated.body()).isEqualTo(200);
        assertThat(updated.body()).contains("updatedFamilyName");

        Answer disabled = send("PATCH", "/Users/" + id, """
                {"Operations":[{"op":"Replace","path":"active","value":"False"}],
                 "schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"]}""");
        assertThat(disabled.body()).contains("\"active\":false");

        String group = id(Forms.expect(201, send("POST", "/Groups", """
                {"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"],
                 "externalId":"8aa1a0c0-c4c3-4bc0-b4a5-2ef676900159","displayName":"FR770 Fonction d’Entra",
                 "meta":{"resourceType":"Group"}}""")));
        Answer added = send("PATCH", "/Groups/" + group, """
                {"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
                 "Operations":[{"op":"Add","path":"members","value":[{"$ref":null,"value":"%s"}]}]}""".formatted(id));
        assertThat(added.body()).contains("\"value\":\"" + id + "\"");
        Answer removed = send("PATCH", "/Groups/" + group, """
                {"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
                 "Operations":[{"op":"Remove","path":"members","value":[{"$ref":null,"value":"%s"}]}]}""".formatted(id));
        assertThat(removed.body()).doesNotContain("members");
        assertThat(send(
                                "GET",
                                "/Groups?excludedAttributes=members&filter=displayName%20eq%20%22FR770%20Fonction%20d%E2%80%99Entra%22")
                        .body())
                .contains("\"totalResults\":1");
        assertThat(send("DELETE", "/Groups/" + group).status()).isEqualTo(204);
    }

    @Test
    void letsInByATokenForItAlone() throws IOException {
        Answer nobody = CLIENT.get(SERVER.portal(BASE + "/Users"));
        assertError(401, nobody);
        assertThat(nobody.header("WWW-Authenticate").orElseThrow()).startsWith("Bearer");
        assertError(401, CLIENT.get(SERVER.portal(BASE + "/ServiceProviderConfig")));

        String importing = MachineToken.make(SERVER, "import-fil", "IMPORT");
        assertError(
                401,
                CLIENT.send(ClassicRequestBuilder.get(SERVER.portal(BASE + "/Users"))
                        .addHeader("Authorization", "Bearer " + importing)
                        .build()));
        assertThat(CLIENT.send(ClassicRequestBuilder.post(SERVER.portal("/api/import?kind=units"))
                                .addHeader("Authorization", "Bearer " + token)
                                .setEntity("code;nom\n", ContentType.create("text/csv", "UTF-8"))
                                .build())
                        .status())
                .isEqualTo(401);
    }

    @Test
    void answersWhatIsNotServedInJson() throws IOException {
        assertError(404, send("GET", "/Users/999999999"));
        assertError(404, send("GET", "/Nothing"));
        assertError(404, send("GET", "/Users/1/2"));
        assertError(
                404,
                CLIENT.send(ClassicRequestBuilder.get(SERVER.portal("/scim/v1/Users"))
                        .addHeader("Authorization", "Bearer " + token)
                        .build()));
        assertError(501, send("POST", "/Bulk", "{}"));
        assertError(501, send("GET", "/Me"));
        assertError(501, send("POST", "/.search", "{}"));
        assertError(405, send("PUT", "/Users", "{}"));
        assertError(405, send("DELETE", "/Users"));
        assertError(405, send("POST", "/Schemas", "{}"));
        assertError(405, send("OPTIONS", "/Users"));
        assertError(400, sendAsItIs("/Users?filter=%"));
        assertError(400, sendAsItIs("/Users?filter=%ZZ"));
    }

    @Test
    void refusesBodiesThatAreTooBigOrOfAnotherType() throws IOException {
        assertError(413, send("POST", "/Users", "{\"userName\":\"" + "x".repeat(1_048_576) + "\"}"));
        assertError(
                415,
                CLIENT.send(request("POST", "/Users")
                        .setEntity("userName=x", ContentType.APPLICATION_FORM_URLENCODED)
                        .build()));
        assertError(400, send("POST", "/Users", "{\"userName\":"));
        assertError(400, send("POST", "/Users", "[".repeat(500_000)));
        assertError(400, send("POST", "/Users", ""));
    }

    @Test
    void opensOtherMethodsToScimAlone() throws IOException {
        for (String method : new String[] {"PUT", "PATCH", "DELETE"}) {
            assertThat(CLIENT.send(ClassicRequestBuilder.create(method)
                                    .setUri(SERVER.portal("/api/import/1"))
                                    .build())
                            .status())
                    .as(method)
                    .isEqualTo(405);
        }
    }
}

package fr.sisamu.portail.liberty.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import de.captaingoldfish.scim.sdk.client.ScimClientConfig;
import de.captaingoldfish.scim.sdk.client.ScimRequestBuilder;
import de.captaingoldfish.scim.sdk.client.resources.MetaConfiguration;
import de.captaingoldfish.scim.sdk.client.response.ServerResponse;
import de.captaingoldfish.scim.sdk.common.constants.EndpointPaths;
import de.captaingoldfish.scim.sdk.common.constants.enums.Comparator;
import de.captaingoldfish.scim.sdk.common.constants.enums.PatchOp;
import de.captaingoldfish.scim.sdk.common.resources.Group;
import de.captaingoldfish.scim.sdk.common.resources.User;
import de.captaingoldfish.scim.sdk.common.resources.base.ScimObjectNode;
import de.captaingoldfish.scim.sdk.common.resources.complex.Name;
import de.captaingoldfish.scim.sdk.common.resources.multicomplex.Member;
import de.captaingoldfish.scim.sdk.common.response.ListResponse;
import de.captaingoldfish.scim.sdk.common.schemas.Schema;
import fr.sisamu.portail.liberty.DemonstrationFiles;
import fr.sisamu.portail.liberty.RunningServer;
import java.io.InputStream;
import java.nio.file.Files;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.apache.http.impl.client.HttpClientBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The portal before a SCIM client of other people’s making: SCIM-SDK, which has its own model, its own reading of the RFCs
 * and validates what it gets, and shares no code with the library that the portal uses.
 */
class IndependentScimIT {

    private static final RunningServer SERVER = RunningServer.demonstration();

    private static ScimRequestBuilder scim;

    @BeforeAll
    static void connect() throws Exception {
        String token = MachineToken.make(SERVER, "annuaire-independant", "SCIM");
        scim = new ScimRequestBuilder(
                SERVER.portal("/scim/v2").toString(),
                ScimClientConfig.builder()
                        .httpClientBuilder(HttpClientBuilder.create().setSSLContext(trust()))
                        .httpHeaders(Map.of("Authorization", "Bearer " + token))
                        .build());
    }

    @AfterAll
    static void hangUp() {
        scim.close();
    }

    private static SSLContext trust() throws Exception {
        try (InputStream authority = Files.newInputStream(DemonstrationFiles.serverAuthority())) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry(
                    "authority", CertificateFactory.getInstance("X.509").generateCertificate(authority));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        }
    }

    private static <T extends ScimObjectNode> T good(int status, ServerResponse<T> response) {
        assertThat(response.getHttpStatus()).as(response.getResponseBody()).isEqualTo(status);
        assertThat(response.isSuccess()).as(response.getResponseBody()).isTrue();
        assertThat(response.isValidScimResponse()).isTrue();
        return response.getResource();
    }

    private static User make(String login) {
        User user = User.builder()
                .userName(login)
                .externalId("K-" + login)
                .name(Name.builder()
                        .givenName("Ines")
                        .familyName("Annuaire-Factice")
                        .build())
                .active(true)
                .build();
        return good(
                201,
                scim.create(User.class, EndpointPaths.USERS).setResource(user).sendRequest());
    }

    @Test
    void understandsWhatThePortalSaysOfItself() {
        ServerResponse<MetaConfiguration> response =
                scim.loadMetaConfiguration().sendRequest();
        assertThat(response.isSuccess()).as(response.getResponseBody()).isTrue();
        MetaConfiguration meta = response.getResource();

        assertThat(meta.getServiceProvider().getPatchConfig().isSupported()).isTrue();
        assertThat(meta.getServiceProvider().getBulkConfig().isSupported()).isFalse();
        assertThat(meta.getResourceTypes()).hasSize(2);
        assertThat(meta.getSchemas())
                .extracting(Schema::getNonNullId)
                .contains("urn:ietf:params:scim:schemas:extension:sisamu:2.0:User");
    }

    @Test
    void takesAUserFromTheFirstDayToTheLast() {
        User made = make("ines.annuaire");
        String id = made.getId().orElseThrow();
        assertThat(made.isActive()).contains(true);

        User read = good(200, scim.get(User.class, EndpointPaths.USERS, id).sendRequest());
        assertThat(read.getUserName()).contains("ines.annuaire");
        assertThat(read.getExternalId()).contains("K-ines.annuaire");

        read.setName(
                Name.builder().givenName("Inès").familyName("Annuaire-Factice").build());
        User replaced = good(
                200,
                scim.update(User.class, EndpointPaths.USERS, id)
                        .setETagForIfMatch(
                                made.getMeta().orElseThrow().getVersion().orElseThrow())
                        .setResource(read)
                        .sendRequest());
        assertThat(replaced.getName().flatMap(Name::getGivenName)).contains("Inès");

        ServerResponse<User> late = scim.update(User.class, EndpointPaths.USERS, id)
                .setETagForIfMatch(made.getMeta().orElseThrow().getVersion().orElseThrow())
                .setResource(read)
                .sendRequest();
        assertThat(late.getHttpStatus()).isEqualTo(412);
        assertThat(late.getErrorResponse().getDetail().orElseThrow())
                .contains("a changé")
                .contains("code d’assistance");

        User closed = good(
                200,
                scim.patch(User.class, EndpointPaths.USERS, id)
                        .addOperation()
                        .op(PatchOp.REPLACE)
                        .path("active")
                        .value("false")
                        .build()
                        .sendRequest());
        assertThat(closed.isActive()).contains(false);

        assertThat(scim.delete(User.class, EndpointPaths.USERS, id)
                        .sendRequest()
                        .getHttpStatus())
                .isEqualTo(204);
        ServerResponse<User> gone =
                scim.get(User.class, EndpointPaths.USERS, id).sendRequest();
        assertThat(gone.getHttpStatus()).isEqualTo(404);
        assertThat(gone.getErrorResponse().getDetail()).isPresent();
    }

    @Test
    void findsUsersByFilterAndPage() {
        make("iris.annuaire");

        ListResponse<User> found = good(
                200,
                scim.list(User.class, EndpointPaths.USERS)
                        .filter("userName", Comparator.EQ, "iris.annuaire")
                        .and("active", Comparator.EQ, "true")
                        .build()
                        .get()
                        .sendRequest());
        assertThat(found.getTotalResults()).isEqualTo(1);
        assertThat(found.getListedResources().get(0).getUserName()).contains("iris.annuaire");

        ListResponse<User> posted = good(
                200,
                scim.list(User.class, EndpointPaths.USERS)
                        .filter("externalId", Comparator.EQ, "K-iris.annuaire")
                        .build()
                        .attributes("userName")
                        .post()
                        .sendRequest());
        assertThat(posted.getListedResources().get(0).getName()).isEmpty();

        ListResponse<User> page = good(
                200,
                scim.list(User.class, EndpointPaths.USERS)
                        .startIndex(2)
                        .count(3)
                        .get()
                        .sendRequest());
        assertThat(page.getStartIndex()).isEqualTo(2);
        assertThat(page.getListedResources()).hasSize(3);
        assertThat(everyId()).doesNotHaveDuplicates().hasSize((int) page.getTotalResults());
    }

    /** Of all users, five at a time. */
    private static List<String> everyId() {
        List<String> ids = new ArrayList<>();
        ListResponse<User> page;
        do {
            page = good(
                    200,
                    scim.list(User.class, EndpointPaths.USERS)
                            .startIndex(ids.size() + 1L)
                            .count(5)
                            .get()
                            .sendRequest());
            page.getListedResources().forEach(user -> ids.add(user.getId().orElseThrow()));
        } while (!page.getListedResources().isEmpty());
        return ids;
    }

    @Test
    void tellsARefusalAsTheProtocolHasIt() {
        make("igor.annuaire");

        ServerResponse<User> second = scim.create(User.class, EndpointPaths.USERS)
                .setResource(User.builder()
                        .userName("igor.annuaire")
                        .name(Name.builder()
                                .givenName("Igor")
                                .familyName("Factice")
                                .build())
                        .build())
                .sendRequest();
        assertThat(second.getHttpStatus()).isEqualTo(409);
        assertThat(second.getErrorResponse().getScimType()).contains("uniqueness");

        ServerResponse<ListResponse<User>> slow = scim.list(User.class, EndpointPaths.USERS)
                .filter("userName", Comparator.CO, "a")
                .build()
                .get()
                .sendRequest();
        assertThat(slow.getHttpStatus()).isEqualTo(400);
        assertThat(slow.getErrorResponse().getScimType()).contains("invalidFilter");
    }

    @Test
    void givesAndTakesAFunctionByAGroup() {
        String ilan = make("ilan.annuaire").getId().orElseThrow();
        Group made = good(
                201,
                scim.create(Group.class, EndpointPaths.GROUPS)
                        .setResource(Group.builder()
                                .displayName("FR770 Fonction d’annuaire")
                                .members(List.of(Member.builder().value(ilan).build()))
                                .build())
                        .sendRequest());
        String id = made.getId().orElseThrow();
        assertThat(made.getMembers())
                .extracting(member -> member.getValue().orElseThrow())
                .containsExactly(ilan);
        User member = good(200, scim.get(User.class, EndpointPaths.USERS, ilan).sendRequest());
        assertThat(member.getGroups().get(0).getDisplay()).contains("FR770 Fonction d’annuaire");

        Group emptied = good(
                200,
                scim.patch(Group.class, EndpointPaths.GROUPS, id)
                        .addOperation()
                        .op(PatchOp.REMOVE)
                        .path("members[value eq \"" + ilan + "\"]")
                        .build()
                        .sendRequest());
        assertThat(emptied.getMembers()).isEmpty();
        assertThat(scim.delete(Group.class, EndpointPaths.GROUPS, id)
                        .sendRequest()
                        .getHttpStatus())
                .isEqualTo(204);
    }
}

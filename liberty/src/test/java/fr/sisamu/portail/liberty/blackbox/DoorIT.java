package fr.sisamu.portail.liberty.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.liberty.DemonstrationFiles;
import fr.sisamu.portail.liberty.RunningServer;
import fr.sisamu.portail.liberty.ServerCopy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every deed of the portal, asked for in every way but the right one: nothing of it may be done. That it would be done
 * by the right one is shown each time, in the database; a deed that the table forgets fails the test.
 */
class DoorIT {

    private static final String FOREIGN = "https://attaque.example";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Set<Integer> REFUSED = Set.of(400, 403, 404, 405, 413, 415, 501);

    /** What programs ask with a proof of their own, and what judges the origin by its own rule: no page posts there. */
    private static final Set<String> NOT_BY_PAGES = Set.of(
            "/api/import",
            "/api/import/*",
            "/scim/v2/*",
            "/metrics",
            "/prosanteconnect/backchannel-logout",
            "/card/present");

    private static DatabaseServer database;
    private static ServerCopy copy;
    private static RunningServer server;
    private static final CardClient STRANGER = CardClient.withoutCard();

    @BeforeAll
    static void start() throws Exception {
        database = new DatabaseServer();
        database.start();
        copy = ServerCopy.named("portail-door");
        copy.set("db.url", database.address());
        copy.start();
        copy.awaitHealth("/health/ready", 200);
        copy.awaitCards();
        server = copy.server();
    }

    @AfterAll
    static void stop() throws Exception {
        STRANGER.close();
        copy.stop();
        database.stop();
    }

    @Test
    void namesEveryDeedOfEveryPage() {
        Set<String> named = new TreeSet<>();
        Deeds.all(1, 1, 1).forEach(deed -> named.add(deed.name()));

        assertThat(named).isEqualTo(WebSources.deeds());
    }

    @Test
    void doesNothingThatIsNotAskedForByAPageOfThePortal() throws Exception {
        Map<String, String> wrong = new TreeMap<>();
        try (DeedStage stage = new DeedStage(server, database)) {
            for (Deed deed : stage.deeds()) {
                try {
                    judge(stage, deed, wrong);
                } catch (AssertionError missing) {
                    wrong.put(deed.name(), missing.getMessage().replaceAll("\\R[\\s\\S]*", ""));
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    private static void judge(DeedStage stage, Deed deed, Map<String, String> wrong) throws Exception {
        stage.prepare(deed);
        URI page = server.portal(deed.page());
        DeedForm form = DeedForm.of(deed, page, stage.get(deed, page).body());
        String before = stage.state();
        for (Map.Entry<String, ClassicHttpRequest> way : wrongWays(form).entrySet()) {
            Answer answer = stage.send(deed, way.getValue());
            if (!REFUSED.contains(answer.status())) {
                wrong.put(deed.name() + " by " + way.getKey(), "answered " + answer.status());
            }
            String after = stage.state();
            if (!after.equals(before)) {
                wrong.put(deed.name() + " by " + way.getKey(), "done: " + changes(before, after));
                before = after;
            }
        }
        Answer right = stage.send(
                deed, post(form, FORM, server.origin(), form.encoded()).build());
        if (!form.isOfFiles() && right.status() != 404 && REFUSED.contains(right.status())) {
            wrong.put(deed.name() + " by its own page", "answered " + right.status());
        }
        if (deed.proof() == Deed.Proof.CHANGES && stage.state().equals(before)) {
            wrong.put(deed.name() + " by its own page", "not done, " + right.status() + ": the test proves nothing");
        }
    }

    /** The rows of one state that the other has not, both ways. */
    private static String changes(String before, String after) {
        Set<String> gone = new TreeSet<>(before.lines().toList());
        Set<String> come = new TreeSet<>(after.lines().toList());
        gone.removeAll(after.lines().toList());
        come.removeAll(before.lines().toList());
        return gone + " became " + come;
    }

    /** Each is a request that would do the deed if one thing about it were right. */
    private static Map<String, ClassicHttpRequest> wrongWays(DeedForm form) {
        Map<String, ClassicHttpRequest> ways = new LinkedHashMap<>();
        String body = form.encoded();
        String own = server.origin();
        for (String method : List.of("GET", "HEAD")) {
            ways.put(method + " of a link", link(form, method).build());
            ways.put(
                    method + " of a link on another site",
                    link(form, method)
                            .addHeader("Sec-Fetch-Site", "cross-site")
                            .addHeader("Sec-Fetch-Mode", "navigate")
                            .addHeader("Sec-Fetch-Dest", "document")
                            .addHeader("Sec-Fetch-User", "?1")
                            .build());
            ways.put(
                    method + " of a picture",
                    link(form, method)
                            .addHeader("Sec-Fetch-Site", "cross-site")
                            .addHeader("Sec-Fetch-Mode", "no-cors")
                            .addHeader("Sec-Fetch-Dest", "image")
                            .build());
        }
        for (String method : List.of("PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND")) {
            ClassicRequestBuilder request = ClassicRequestBuilder.create(method)
                    .setUri(form.action())
                    .addHeader("Origin", own)
                    .addHeader("Sec-Fetch-Site", "same-origin");
            if (!method.equals("TRACE")) { // which may have no body
                request.addHeader("Content-Type", FORM).setEntity(body.getBytes(StandardCharsets.UTF_8), null);
            }
            ways.put(method, request.build());
        }
        ways.put("POST without Origin", post(form, FORM, null, body).build());
        for (String origin : List.of(FOREIGN, "null", own + ".attaque.example", own.replace("https:", "http:"), "")) {
            ways.put(
                    "POST from « " + origin + " »",
                    post(form, FORM, origin, body).build());
        }
        for (String site : List.of("cross-site", "same-site", "none", "SAME-ORIGIN", "")) {
            ways.put(
                    "POST from its own origin and the site « " + site + " »",
                    post(form, FORM, own, body)
                            .addHeader("Sec-Fetch-Site", site)
                            .build());
        }
        ways.put(
                "POST from another origin and its own site",
                post(form, FORM, FOREIGN, body)
                        .addHeader("Sec-Fetch-Site", "same-origin")
                        .build());
        ways.put(
                "POST from two origins",
                post(form, FORM, own, body).addHeader("Origin", FOREIGN).build());
        for (String type : List.of("text/plain", "application/json", "text/xml", FORM + "; charset=utf-7", "garbage")) {
            ways.put("POST of " + type, post(form, type, own, body).build());
        }
        if (form.isOfFaces()) {
            ways.put(
                    "POST of a forged state",
                    post(form, FORM, own, body.replace("=stateless", "=rO0ABXNyAA"))
                            .build());
            ways.put(
                    "POST of two states",
                    post(form, FORM, own, body + "&jakarta.faces.ViewState=other")
                            .build());
        }
        return ways;
    }

    private static ClassicRequestBuilder link(DeedForm form, String method) {
        return ClassicRequestBuilder.create(method).setUri(form.asLink());
    }

    private static ClassicRequestBuilder post(DeedForm form, String type, String origin, String body) {
        ClassicRequestBuilder request = ClassicRequestBuilder.post(form.action())
                .addHeader("Content-Type", type)
                .setEntity(body.getBytes(StandardCharsets.UTF_8), null);
        return origin == null ? request : request.addHeader("Origin", origin);
    }

    @Test
    void takesNoPostThatOnlyAnotherSiteCouldSend() throws Exception {
        Map<String, Integer> wrong = new TreeMap<>();
        for (String address : WebSources.addresses()) {
            if (!NOT_BY_PAGES.contains(address)) {
                for (String origin : List.of(FOREIGN, "null")) {
                    Answer answer = STRANGER.post(server.portal(address), origin, Map.of("a", "b"));
                    if (!REFUSED.contains(answer.status())) {
                        wrong.put(address + " from " + origin, answer.status());
                    }
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void knowsOnlyTheMethodsOfAnAddress() throws Exception {
        Map<String, Integer> wrong = new TreeMap<>();
        for (String address : WebSources.addresses()) {
            String one = address.replace("*", "1");
            for (String method : List.of("TRACE", "OPTIONS", "INVENTED", "PROPFIND", "PUT", "DELETE")) {
                Answer answer = STRANGER.send(ClassicRequestBuilder.create(method)
                        .setUri(server.portal(one))
                        .build());
                boolean refused =
                        REFUSED.contains(answer.status()) || answer.status() == 401; // a machine without its token
                if (!refused) {
                    wrong.put(method + " " + address, answer.status());
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void showsNothingOfItselfWithinAnotherSite() throws Exception {
        for (String destination : List.of("image", "script", "iframe", "object", "empty", "style")) {
            Answer answer = STRANGER.send(ClassicRequestBuilder.get(server.portal("/login.xhtml"))
                    .addHeader("Sec-Fetch-Site", "cross-site")
                    .addHeader("Sec-Fetch-Mode", destination.equals("iframe") ? "navigate" : "no-cors")
                    .addHeader("Sec-Fetch-Dest", destination)
                    .build());

            assertThat(answer.status()).as(destination).isEqualTo(403);
        }
    }

    @Test
    void tellsWhoeverFollowedSuchALinkWhatToDoNow() throws Exception {
        Answer answer = STRANGER.send(ClassicRequestBuilder.get(
                        server.portal("/otp.xhtml?claim_SUBMIT=1&validate=x&jakarta.faces.ViewState=stateless"))
                .addHeader("Accept-Language", "fr")
                .build());

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("Ce lien voulait agir à votre place", "rien n’a été modifié");
    }

    @Test
    void tracesWhatWasTriedWithTheSessionOfAnAgent() throws Exception {
        try (CardJourney agent = new CardJourney(server, DemonstrationFiles.card("cpe-arm2-auth"))) {
            agent.toTheFirstPage();
            String page = agent.get("/channels.xhtml?jakarta.faces.ViewState=stateless")
                    .body();

            assertThat(TraceRows.find(database, SupportCodes.in(page)))
                    .isEqualTo(new TraceRows.Row("STEP_REFUSED", "DEED_BY_LINK", "GET /channels.xhtml"));
        }
    }

    @Test
    void servesNoAddressWrittenInAnotherWay() throws Exception {
        for (String trick : List.of(
                "//login.xhtml",
                "/./login.xhtml",
                "/static/../login.xhtml",
                "/static/;/../login.xhtml",
                "/static/..;/login.xhtml",
                "/login.xhtml;x=1",
                "/static/%2e%2e/login.xhtml",
                "/static/%2e%2e%2flogin.xhtml",
                "/%6cogin.xhtml",
                "/login%2exhtml",
                "/LOGIN.xhtml",
                "/login.xhtml/",
                "/login.xhtml/more",
                "/jakarta.faces.resource/faces.js.xhtml",
                "/WEB-INF/web.xml",
                "/static/")) {
            assertThat(RawRequest.to(server)
                            .send("GET " + trick + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                    .as(trick)
                    .containsPattern("^HTTP/1\\.1 (400|403|404) ");
        }
    }

    @Test
    void readsNoFormBeyondItsBoundAndUnpacksNothing() throws Exception {
        for (boolean card : List.of(false, true)) {
            String path = card ? "/card/present" : "/otp.xhtml";
            String head = "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nOrigin: " + server.origin()
                    + "\r\nContent-Type: " + FORM + "\r\n";
            RawRequest to = card ? RawRequest.toCard(server) : RawRequest.to(server);

            assertThat(to.firstLine(head + "Content-Length: 104857600\r\n\r\nidentifier=aaaa"))
                    .startsWith("HTTP/1.1 413 ");
            assertThat(to.firstLine(head + "Transfer-Encoding: chunked\r\n\r\n4\r\na=bb\r\n"))
                    .startsWith("HTTP/1.1 411 ");
            assertThat(to.firstLine(head + "Content-Encoding: gzip\r\nContent-Length: 20\r\n\r\n" + "x".repeat(20)))
                    .startsWith("HTTP/1.1 415 ");
        }
    }

    @Test
    void refusesWhatCouldBeReadInTwoWays() throws Exception {
        for (String headers : List.of(
                "Host: localhost\r\nHost: attaque.example\r\n",
                "",
                "Host: localhost\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n")) {
            assertThat(RawRequest.to(server)
                            .send("POST /card/attempt HTTP/1.1\r\n" + headers + "Origin: " + server.origin()
                                    + "\r\nContent-Type: " + FORM + "\r\nConnection: close\r\n\r\n0\r\n\r\n"))
                    .as(headers)
                    .containsPattern("^(HTTP/1\\.1 4\\d\\d |$)");
        }
    }
}

package fr.sisamu.portail.liberty.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.liberty.DemonstrationFiles;
import fr.sisamu.portail.liberty.RunningServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that are too big, packed, or no bodies at all: told in words, at once, without a stack trace and without a deed. */
class HostileBodyIT {

    private static final RunningServer SERVER = RunningServer.demonstration();
    private static final int PORTAL = SERVER.portalPort();
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded";
    private static final String FILES = "Content-Type: multipart/form-data; boundary=b";
    private static final String CSV = "Content-Type: text/csv";
    private static final String CHUNKED = "Transfer-Encoding: chunked";
    private static final String PAGE = "/otp.xhtml";
    private static final String IMPORTS = "/administration/import-files";
    private static final String LISTS = "/administration/revocation-list";
    private static final String API = "/api/import";
    private static final String SCIM = "/scim/v2/Users";
    private static final long HUNDRED_MEGABYTES = 100_000_000;
    private static final long LITTLE = 60;
    private static final Pattern TOTAL = Pattern.compile("\"totalResults\":\\s*(\\d+)");
    private static final Pattern HISTORY = Pattern.compile("import\\.xhtml\\?id=\\d+");

    private static CardJourney administrator;
    private static String importToken;
    private static String scimToken;

    private ServerLog log;

    @BeforeAll
    static void comeIn() throws IOException {
        importToken = "Authorization: Bearer " + MachineToken.make(SERVER, "hostile-import", "IMPORT");
        scimToken = "Authorization: Bearer " + MachineToken.make(SERVER, "hostile-scim", "SCIM");
        administrator = new CardJourney(SERVER, DemonstrationFiles.card("cpe-administrateur"));
        administrator.toTheFirstPage();
    }

    @AfterAll
    static void hangUp() throws IOException {
        administrator.logOut();
        administrator.close();
    }

    @BeforeEach
    void open() throws IOException {
        log = new ServerLog();
    }

    @Test
    void refusesAHundredMegabytesBeforeTheyAreSentAndKeepsNothingOfThem() throws IOException {
        long before = residentMebibytes();
        for (String length : new String[] {"Content-Length: " + HUNDRED_MEGABYTES, CHUNKED}) {
            boolean chunked = length.equals(CHUNKED);
            String title = chunked ? "Cette demande ne dit pas sa longueur" : "Cet envoi est trop gros";
            byte[] piece = "a".repeat(65_536).getBytes(StandardCharsets.US_ASCII);
            try (Wire wire = Wire.to(PORTAL)) {
                wire.send(Wire.head("POST", PAGE, PORTAL, FORM, length) + "\r\n");
                if (chunked) {
                    wire.send("10000\r\n").send(piece).send("\r\n");
                }
                Answer answer = wire.answer();
                assertRefused(answer, chunked ? 411 : 413, title);
                assertThat(answer.header("Connection"))
                        .hasValueSatisfying(value -> assertThat(value).isEqualToIgnoringCase("close"));
                wire.pour(
                        chunked
                                ? ("10000\r\n" + "a".repeat(65_536) + "\r\n").getBytes(StandardCharsets.US_ASCII)
                                : piece,
                        HUNDRED_MEGABYTES);
                wire.pour(chunked ? "0\r\n\r\n".getBytes(StandardCharsets.US_ASCII) : new byte[0], chunked ? 1 : 0);
                assertThat(wire.isClosedWithin(Duration.ofSeconds(25))).isTrue();
            }
        }
        assertThat(residentMebibytes() - before).as("MiB more than before").isLessThan(LITTLE);
        assertQuiet();
    }

    /** What another door refuses is not read for the page that says so. */
    @ParameterizedTest
    @CsvSource({
        "/otp.xhtml, https://evil.example, 403",
        "/no/such/page.xhtml, , 404",
        "/card/present, , 404",
        "/login.xhtml, , 405"
    })
    void readsNothingForAnAnswerThatIsCertain(String path, String origin, int status) throws IOException {
        String head = Wire.head("POST", path, PORTAL, FORM, "Content-Length: " + HUNDRED_MEGABYTES);
        try (Wire wire = Wire.to(PORTAL)) {
            wire.send((origin == null ? head : head.replace(SERVER.origin(), origin)) + "\r\n");

            assertThat(wire.answer().status()).isEqualTo(status);
        }
        assertQuiet();
    }

    @Test
    void unpacksNothingOnEitherEndpoint() throws IOException {
        byte[] bomb = bomb();
        long before = residentMebibytes();
        for (String encoding : new String[] {"gzip", "x-gzip", "deflate", "br", "identity, gzip"}) {
            String packed = "Content-Encoding: " + encoding;
            assertRefused(post(PORTAL, PAGE, bomb, FORM, packed), 415, "Cette demande n’a pas la forme attendue");
            assertThat(post(SERVER.cardPort(), "/card/present", bomb, FORM, packed)
                            .status())
                    .isEqualTo(415);
            assertThat(post(PORTAL, SCIM, bomb, "Content-Type: application/scim+json", packed, scimToken))
                    .satisfies(answer -> assertScim(answer, 415, "ni compressé"));
            assertThat(post(PORTAL, API + "?kind=units", bomb, CSV, packed, importToken))
                    .satisfies(answer -> assertApi(answer, 415, "UNSUPPORTED_MEDIA_TYPE"));
        }
        assertThat(residentMebibytes() - before).as("MiB more than before").isLessThan(LITTLE);
        assertQuiet();
    }

    static Stream<Arguments> pagesAndServlets() {
        return Stream.of(PAGE, "/otp-code.xhtml", "/secours.xhtml", "/card/login", "/password/strength", "/language")
                .flatMap(path -> Stream.of(
                        Arguments.of(path, 400, "a=%", FORM),
                        Arguments.of(path, 400, "identifier=%zz", FORM),
                        Arguments.of(path, 400, "identifier=%C3%28", FORM),
                        Arguments.of(path, 400, "identifier=%00", FORM),
                        Arguments.of(path, 400, "a=\u00ff", FORM + "; charset=ISO-8859-1"),
                        Arguments.of(path, 415, "a=b", FORM + "; charset=nonsense"),
                        Arguments.of(path, 415, "--b\r\nx", FILES),
                        Arguments.of(path, 415, "--b\r\nx", "Content-Type: multipart/form-data"),
                        Arguments.of(path, 415, "{}", "Content-Type: application/json"),
                        Arguments.of(path, 415, "a=b", "Content-Type: text/plain"),
                        Arguments.of(path, 413, "a=" + "b".repeat(40_000), FORM)));
    }

    @ParameterizedTest
    @MethodSource("pagesAndServlets")
    void tellsWhoeverSendsNoFormSoInWords(String path, int status, String body, String type) throws IOException {
        Answer answer = post(PORTAL, path, body.getBytes(StandardCharsets.ISO_8859_1), type);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body()).contains("<h1>").doesNotContain("Exception");
        assertThat(answer.header("Set-Cookie")).isEmpty();
        assertQuiet();
    }

    @ParameterizedTest
    @ValueSource(strings = {PAGE, "/login.xhtml", "/card/login", "/next", "/prosanteconnect/retour", API, SCIM})
    void tellsOfAnAddressThatCannotBeRead(String path) throws IOException {
        for (String query : new String[] {"?a=%", "?a=%zz", "?%FF=a", "?a=%00", "?filter=%"}) {
            try (Wire wire = Wire.to(PORTAL)) {
                wire.send(Wire.head("GET", path + query, PORTAL, importToken) + "\r\n");

                assertThat(wire.answer().status()).isEqualTo(400);
            }
        }
        assertQuiet();
    }

    /** A page that takes no field takes those of any form for nothing; what is no form, or sent to be seen, it refuses. */
    @Test
    void doesNothingForABodyWhereNoneIsAwaited() throws IOException {
        for (String path : new String[] {"/card/attempt", "/card/outcome", "/logout", "/prosanteconnect/depart"}) {
            Answer answer = post(PORTAL, path, "{}".getBytes(StandardCharsets.UTF_8), "Content-Type: application/json");
            assertRefused(answer, 415, "Cette demande n’a pas la forme attendue");
            assertThat(answer.header("Set-Cookie")).isEmpty();
        }
        for (String method : new String[] {"GET", "HEAD"}) {
            try (Wire wire = Wire.to(PORTAL)) {
                wire.send(Wire.head(method, "/login.xhtml", PORTAL, FORM, "Content-Length: 1000") + "\r\n");
                assertThat(wire.answer().status()).isEqualTo(400);
            }
        }
        assertQuiet();
    }

    static Stream<String> brokenFiles() {
        String part = "--b\r\nContent-Disposition: form-data; name=\"units\"; filename=\"u.csv\"\r\n\r\ncode;nom\r\n";
        return Stream.of(
                "",
                "no parts",
                part,
                part + "--b",
                part + "--bx\r\n",
                part + "--b--and more",
                part + part + "--b--\r\n",
                part.replace("name=\"units\"; ", "") + "--b--\r\n",
                part.replace("Content-Disposition: form-data; ", "X: ") + "--b--\r\n",
                part.replace("form-data", "attachment") + "--b--\r\n",
                part.replace("u.csv", "\u0000../../etc/passwd") + "--b--\r\n",
                "--b\r\nContent-Disposition: form-data; name=\"units\"" + "; x=y".repeat(3_000)
                        + "\r\n\r\nx\r\n--b--\r\n");
    }

    @ParameterizedTest
    @MethodSource("brokenFiles")
    void takesNoFormWithFilesThatIsBroken(String body) throws IOException {
        byte[] octets = body.getBytes(StandardCharsets.UTF_8);
        int imports = imports();
        String cookie = "Cookie: " + administrator.cookieHeader();
        if (octets.length > 0) {
            assertRefused(post(PORTAL, IMPORTS, octets, FILES, cookie), 400, "Cette demande n’est pas lisible");
            assertRefused(post(PORTAL, LISTS, octets, FILES, cookie), 400, "Cette demande n’est pas lisible");
            assertApi(post(PORTAL, API, octets, FILES, importToken), 400, "BAD_REQUEST");
        }
        String unbounded = "Content-Type: multipart/form-data";
        assertRefused(post(PORTAL, IMPORTS, octets, unbounded, cookie), 400, "Cette demande n’est pas lisible");
        assertRefused(post(PORTAL, LISTS, octets, unbounded, cookie), 400, "Cette demande n’est pas lisible");
        assertApi(post(PORTAL, API, octets, unbounded, importToken), 400, "BAD_REQUEST");

        assertThat(imports()).isEqualTo(imports);
        assertQuiet();
    }

    /** The first octet is read for whoever has been let in, and for nobody else. */
    @Test
    void readsNoFileOfWhoeverMayNotSendOne() throws IOException {
        String length = "Content-Length: " + HUNDRED_MEGABYTES;
        assertThat(headOnly(IMPORTS, FILES, length).status()).isEqualTo(303);
        assertThat(headOnly(LISTS, FILES, "Content-Length: 60000000").status()).isEqualTo(303);
        assertApi(headOnly(API + "?kind=units", CSV, length), 401, "UNAUTHORIZED");
        assertApi(headOnly(API + "?kind=units", CSV, length, scimToken), 401, "UNAUTHORIZED");
        assertThat(headOnly(SCIM, "Content-Type: application/scim+json", "Content-Length: 1000")
                        .status())
                .isEqualTo(401);
        assertQuiet();
    }

    @Test
    void boundsWhatMachinesSend() throws IOException {
        int users = users();
        String json = "Content-Type: application/scim+json";
        assertScim(headOnly(SCIM, json, scimToken, "Content-Length: 2000000"), 413, "1 Mio");
        assertScim(post(PORTAL, SCIM, new byte[] {'{', (byte) 0xff, '}'}, json, scimToken), 400, "");
        try (Wire wire = Wire.to(PORTAL)) {
            wire.send(Wire.head("POST", SCIM, PORTAL, json, scimToken, CHUNKED) + "\r\nzz\r\n");
            assertThat(wire.answer().status()).isEqualTo(400);
        }
        try (Wire wire = Wire.to(PORTAL)) {
            wire.send(Wire.head("POST", SCIM, PORTAL, json, scimToken, CHUNKED) + "\r\n");
            wire.pour(("10000\r\n" + "a".repeat(65_536) + "\r\n").getBytes(StandardCharsets.US_ASCII), 20 * 65_536);
            assertScim(wire.answer(), 413, "1 Mio");
        }
        assertApi(headOnly(API + "?kind=units", CSV, importToken, "Content-Length: 1090000000"), 413, "TOO_BIG");
        assertThat(headOnly("/prosanteconnect/backchannel-logout", FORM, "Content-Length: 40000"))
                .satisfies(answer -> assertThat(answer.status()).isEqualTo(400))
                .satisfies(answer -> assertThat(answer.body()).contains("invalid_request"));
        assertThat(users()).isEqualTo(users);
        assertQuiet();
    }

    @Test
    void saysNothingOfClientsThatGoAway() throws IOException {
        int imports = imports();
        String cookie = "Cookie: " + administrator.cookieHeader();
        String long1 = "Content-Length: 1000";
        for (int i = 0; i < 5; i++) {
            hangUpAfter(Wire.head("POST", PAGE, PORTAL, FORM, long1) + "\r\na=b");
            hangUpAfter(Wire.head("POST", PAGE, PORTAL, FORM, CHUNKED) + "\r\n5\r\na=b");
            hangUpAfter(Wire.head("POST", IMPORTS, PORTAL, FILES, cookie, long1) + "\r\n--b\r\n");
            hangUpAfter(Wire.head("POST", LISTS, PORTAL, FILES, cookie, long1) + "\r\n--b\r\n");
            hangUpAfter(Wire.head("POST", API + "?kind=units", PORTAL, CSV, importToken, long1) + "\r\ncode;nom");
            hangUpAfter(
                    Wire.head("POST", SCIM, PORTAL, "Content-Type: application/scim+json", scimToken, long1) + "\r\n{");
        }
        try (CardClient next = CardClient.withoutCard()) {
            assertThat(next.get(SERVER.portal("/login.xhtml")).status()).isEqualTo(200);
        }
        assertThat(imports()).isEqualTo(imports);
        assertQuiet();
    }

    private static void hangUpAfter(String words) throws IOException {
        try (Wire wire = Wire.to(PORTAL)) {
            wire.send(words);
        }
    }

    private static Answer headOnly(String path, String... headers) throws IOException {
        try (Wire wire = Wire.to(PORTAL)) {
            return wire.send(Wire.head("POST", path, PORTAL, headers) + "\r\n").answer();
        }
    }

    private static Answer post(int port, String path, byte[] body, String... headers) throws IOException {
        try (Wire wire = Wire.to(port)) {
            wire.send(Wire.head("POST", path, PORTAL, headers) + "Content-Length: " + body.length + "\r\n\r\n");
            wire.pour(body, body.length);
            return wire.answer();
        }
    }

    private static void assertRefused(Answer answer, int status, String title) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body()).contains("<h1>" + title).doesNotContain("Exception");
    }

    private static void assertApi(Answer answer, int status, String word) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body()).isEqualTo("{\"error\":\"" + word + "\"}");
    }

    private static void assertScim(Answer answer, int status, String words) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/scim+json"));
        assertThat(answer.body()).contains("messages:2.0:Error", "\"" + status + "\"", words);
    }

    private void assertQuiet() throws IOException {
        assertThat(log.newsOfRequests()).isEmpty();
    }

    private static int imports() throws IOException {
        return (int) HISTORY.matcher(administrator.open("/administration/import.xhtml"))
                .results()
                .count();
    }

    private static int users() throws IOException {
        try (Wire wire = Wire.to(PORTAL)) {
            wire.send(Wire.head("GET", SCIM + "?count=0", PORTAL, scimToken) + "\r\n");
            Matcher total = TOTAL.matcher(wire.answer().body());
            assertThat(total.find()).isTrue();
            return Integer.parseInt(total.group(1));
        }
    }

    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            byte[] piece = "a".repeat(100_000).getBytes(StandardCharsets.US_ASCII);
            for (long sent = 0; sent < HUNDRED_MEGABYTES; sent += piece.length) {
                gzip.write(piece);
            }
        }
        return packed.toByteArray();
    }

    private static long residentMebibytes() throws IOException {
        Path pid = Path.of(System.getProperty("wlp.home"), "usr", "servers", ".pid", "portail.pid");
        Path status = Path.of("/proc", Files.readString(pid).strip(), "status");
        return Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .findFirst()
                        .orElseThrow()
                / 1024;
    }
}

package fr.sisamu.portail.liberty.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.liberty.DemonstrationFiles;
import fr.sisamu.portail.liberty.RunningServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The authorisation matrix: every address of the web module, found in its sources, before everybody. An address that the
 * table does not name fails the test, so that none is forgotten.
 */
class AuthorisationIT {

    private static final RunningServer SERVER = RunningServer.demonstration();

    private enum Who {
        STRANGER,
        AGENT,
        SUPERVISOR,
        ADMINISTRATOR,
        /** The same person, come in by password and code: their role sleeps. */
        ADMINISTRATOR_BY_CODE,
        AUDITOR
    }

    private static final Set<Who> EVERYBODY = EnumSet.allOf(Who.class);
    private static final Set<Who> AGENTS = EnumSet.complementOf(EnumSet.of(Who.STRANGER));
    private static final Set<Who> ADMINISTRATORS = EnumSet.of(Who.ADMINISTRATOR);
    private static final Set<Who> READERS = EnumSet.of(Who.ADMINISTRATOR, Who.AUDITOR);

    private static final Set<Who> SUPERVISORS = EnumSet.of(Who.SUPERVISOR, Who.ADMINISTRATOR);
    private static final Set<Who> REVIEWERS = EnumSet.of(Who.SUPERVISOR, Who.ADMINISTRATOR, Who.AUDITOR);

    /** None of these people: a token opens, and no session does. */
    private static final Set<Who> MACHINES = EnumSet.noneOf(Who.class);

    /** Who finds the door of each address open; what is behind it then judges the request itself. */
    private static final Map<String, Set<Who>> TABLE = new TreeMap<>(Map.ofEntries(
            Map.entry("/", AGENTS),
            Map.entry("/next", AGENTS),
            Map.entry("/language", EVERYBODY),
            Map.entry("/login.xhtml", EVERYBODY),
            Map.entry("/login/state", EVERYBODY),
            Map.entry("/error.xhtml", EVERYBODY),
            Map.entry("/card-refused.xhtml", EVERYBODY),
            Map.entry("/psc-refused.xhtml", EVERYBODY),
            Map.entry("/psc-direct.xhtml", EVERYBODY),
            Map.entry("/e-cps.xhtml", EVERYBODY),
            Map.entry("/leaving.xhtml", EVERYBODY),
            Map.entry("/prosanteconnect/depart", EVERYBODY),
            Map.entry("/prosanteconnect/retour", EVERYBODY),
            Map.entry("/prosanteconnect/parti", EVERYBODY),
            Map.entry("/prosanteconnect/artwork", EVERYBODY),
            Map.entry("/prosanteconnect/backchannel-logout", EVERYBODY),
            Map.entry("/card/attempt", EVERYBODY),
            Map.entry("/card/login", EVERYBODY),
            Map.entry("/card/outcome", EVERYBODY),
            Map.entry("/card/present", EVERYBODY),
            Map.entry("/logout", EVERYBODY),
            Map.entry("/otp.xhtml", EVERYBODY),
            Map.entry("/otp-code.xhtml", EVERYBODY),
            Map.entry("/forgotten.xhtml", EVERYBODY),
            Map.entry("/secours.xhtml", EVERYBODY),
            Map.entry("/undo.xhtml", EVERYBODY),
            Map.entry("/password/strength", EVERYBODY),
            Map.entry("/profile.xhtml", AGENTS),
            Map.entry("/phone.xhtml", AGENTS),
            Map.entry("/bandeau.xhtml", AGENTS),
            Map.entry("/bandeau/events", AGENTS),
            Map.entry("/channels.xhtml", AGENTS),
            Map.entry("/password.xhtml", AGENTS),
            Map.entry("/proof.xhtml", AGENTS),
            Map.entry("/connections.xhtml", AGENTS),
            Map.entry("/administration/accounts.xhtml", ADMINISTRATORS),
            Map.entry("/administration/account.xhtml", ADMINISTRATORS),
            Map.entry("/administration/account-new.xhtml", ADMINISTRATORS),
            Map.entry("/administration/requests.xhtml", ADMINISTRATORS),
            Map.entry("/administration/units.xhtml", ADMINISTRATORS),
            Map.entry("/administration/unit.xhtml", ADMINISTRATORS),
            Map.entry("/administration/import.xhtml", ADMINISTRATORS),
            Map.entry("/administration/import-files", ADMINISTRATORS),
            Map.entry("/administration/import-state", ADMINISTRATORS),
            Map.entry("/api/import", MACHINES),
            Map.entry("/api/import/*", MACHINES),
            Map.entry("/scim/v2/*", MACHINES),
            Map.entry("/metrics", MACHINES),
            Map.entry("/administration/revocation.xhtml", ADMINISTRATORS),
            Map.entry("/administration/revocation-list", ADMINISTRATORS),
            Map.entry("/administration/supervision.xhtml", SUPERVISORS),
            Map.entry("/administration/supervision-agent.xhtml", SUPERVISORS),
            Map.entry("/administration/supervision-events", SUPERVISORS),
            Map.entry("/administration/emergency.xhtml", REVIEWERS),
            Map.entry("/administration/trace-search.xhtml", READERS),
            Map.entry("/administration/trace.csv", READERS),
            Map.entry("/administration/trace.jsonl", READERS),
            Map.entry("/administration/trace-verification.xhtml", READERS),
            Map.entry("/administration/trace-verification-state", READERS)));

    /** With nothing to explain they lead to the login page, as a closed door would. */
    private static final Set<String> LEAD_BACK =
            Set.of("/card-refused.xhtml", "/psc-refused.xhtml", "/prosanteconnect/parti");

    private static final String ADMINISTRATOR = "cpe-administrateur";
    private static final String PASSWORD = "la matrice tourne la nuit 47";
    private static final String NUMBER = "+33612345699";

    private static final Map<Who, CardJourney> PEOPLE = new EnumMap<>(Who.class);
    private static final OtpJourney BY_CODE = new OtpJourney(SERVER);
    private static final CardClient STRANGER = CardClient.withoutCard();

    @BeforeAll
    static void comeIn() throws IOException {
        comeIn(Who.AGENT, "cpe-arm2-auth");
        comeIn(Who.SUPERVISOR, "cpe-superviseur");
        CredentialSetup.by(SERVER, ADMINISTRATOR, PASSWORD, NUMBER, "hugo@chu.example");
        BY_CODE.toTheFirstPage("hugo.administrateur", PASSWORD, NUMBER);
        comeIn(Who.ADMINISTRATOR, ADMINISTRATOR);
        comeIn(Who.AUDITOR, "cpa-auth");
    }

    private static void comeIn(Who who, String card) throws IOException {
        CardJourney journey = new CardJourney(SERVER, DemonstrationFiles.card(card));
        journey.toTheFirstPage();
        PEOPLE.put(who, journey);
    }

    @AfterAll
    static void hangUp() throws IOException {
        for (CardJourney journey : PEOPLE.values()) {
            journey.logOut();
            journey.close();
        }
        BY_CODE.close();
        STRANGER.close();
    }

    @Test
    void namesEveryAddressOfTheWebModule() {
        assertThat(TABLE.keySet()).isEqualTo(WebSources.addresses());
    }

    @Test
    void opensEachAddressToWhomTheTableNamesAndToNobodyElse() throws IOException {
        Map<String, Set<Who>> found = new TreeMap<>();
        for (String address : TABLE.keySet()) {
            Set<Who> open = EnumSet.noneOf(Who.class);
            for (Who who : Who.values()) {
                boolean stream = address.equals("/bandeau/events") && who != Who.STRANGER; // it never ends
                if (stream || isOpen(address, answer(who, address))) {
                    open.add(who);
                }
            }
            found.put(address, open);
        }

        assertThat(found).isEqualTo(TABLE);
    }

    @Test
    void opensNoAddressUnderAdministrationThatNobodyHasNamed() throws IOException {
        assertThat(answer(Who.ADMINISTRATOR, "/administration/nothing.xhtml").status())
                .isEqualTo(404);
        assertThat(answer(Who.ADMINISTRATOR, "/administration/").status()).isEqualTo(404);
    }

    /** By GET; where the door takes only files, by a form without any. */
    private static Answer answer(Who who, String address) throws IOException {
        Answer read = send(who, ClassicRequestBuilder.get(SERVER.portal(address)));
        boolean upload = read.status() == 405 && address.startsWith("/administration/");
        return upload
                ? send(
                        who,
                        ClassicRequestBuilder.post(SERVER.portal(address))
                                .addHeader("Origin", SERVER.origin())
                                .addHeader("Content-Type", "multipart/form-data; boundary=x")
                                .setEntity("--x--\r\n".getBytes(StandardCharsets.US_ASCII), null))
                : read;
    }

    private static Answer send(Who who, ClassicRequestBuilder request) throws IOException {
        return switch (who) {
            case STRANGER -> STRANGER.send(request.build());
            case ADMINISTRATOR_BY_CODE -> BY_CODE.send(request.build());
            default -> PEOPLE.get(who).send(request.build());
        };
    }

    /** Neither refused nor sent to log in. That a page wants another method or misses an id is past its door. */
    private static boolean isOpen(String address, Answer answer) {
        boolean toLogin =
                answer.header("Location").filter("/login.xhtml"::equals).isPresent();
        boolean entrance = answer.status() == 303 && toLogin && !LEAD_BACK.contains(address);
        return answer.status() != 401 && answer.status() != 403 && !entrance;
    }
}

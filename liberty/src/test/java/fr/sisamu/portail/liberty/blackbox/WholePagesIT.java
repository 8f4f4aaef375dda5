package fr.sisamu.portail.liberty.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.liberty.DemonstrationFiles;
import fr.sisamu.portail.liberty.ServerCopy;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Whatever an address or a form brings, each page is answered as a whole with the right status, and nothing of it is a fault.
 * Pages and the names of what they read are found in the sources of the web module.
 */
class WholePagesIT {

    /** Missing, garbage, no number of ours, beyond any number, and rows that there are. */
    private static final List<String> VALUES =
            List.of("", "<b>é'\"%00", "-1", "0", "1", "2", "999999999999999999", "99999999999999999999999999");

    private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"([^\"]*)\".*?</form>", Pattern.DOTALL);
    private static final Pattern BUTTON =
            Pattern.compile("<(?:input[^>]*type=\"submit\"|button)[^>]*?name=\"([^\"]*)\"");

    private enum Who {
        STRANGER(null),
        AGENT("cpe-arm2-auth"),
        SUPERVISOR("cpe-superviseur"),
        AUDITOR("cpa-auth"),
        ADMINISTRATOR("cpe-administrateur");

        private final String card;

        Who(String card) {
            this.card = card;
        }
    }

    private static final Map<Who, CardJourney> PEOPLE = new EnumMap<>(Who.class);

    private static DatabaseServer database;
    private static ServerCopy copy;

    private final Map<String, String> wrong = new TreeMap<>();

    @BeforeAll
    static void start() throws Exception {
        database = new DatabaseServer();
        database.start();
        copy = ServerCopy.named("portail-pages");
        copy.set("db.url", database.address());
        copy.set("portail.throttle.sites", "127.0.0.0/8");
        copy.startUntilReady();
        copy.awaitCards();
        for (Who who : Who.values()) {
            CardJourney journey =
                    new CardJourney(copy.server(), who.card == null ? null : DemonstrationFiles.card(who.card));
            if (who.card != null) {
                journey.toTheFirstPage();
                journey.get("/next");
            }
            PEOPLE.put(who, journey);
        }
    }

    @AfterAll
    static void stop() throws Exception {
        for (CardJourney journey : PEOPLE.values()) {
            journey.close();
        }
        copy.stop();
        database.stop();
    }

    @Test
    void areWholeWhateverTheAddressBrings() throws Exception {
        String before = lastTrace();
        for (Who who : Who.values()) {
            for (String page : WebSources.pages()) {
                for (String query : queries()) {
                    String address = page + query;
                    judge(who + " GET " + address, PEOPLE.get(who).get(address));
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(database.texts("select outcome || ' ' || detail from audit_entry where kind = 'FAULT'" + " and id > "
                        + before))
                .isEmpty();
    }

    @Test
    void areWholeWhateverTheirFormsBring() throws Exception {
        String before = lastTrace();
        for (Who who : Who.values()) {
            for (String page : WebSources.pages()) {
                Answer answer = PEOPLE.get(who).get(page + "?id=1&unit=1&login=marie.martin");
                if (answer.status() == 200) {
                    post(who, answer.body());
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(database.texts("select outcome || ' ' || detail from audit_entry where kind = 'FAULT'" + " and id > "
                        + before))
                .isEmpty();
    }

    @Test
    void refuseASupervisorTheAgentOfAnotherUnitBeforeAnythingIsWritten() throws Exception {
        String own = unitsOf("ines.superviseur", "");
        String foreign = unitsOf("ines.superviseur", "not");
        CardJourney supervisor = PEOPLE.get(Who.SUPERVISOR);

        Answer refused = supervisor.get("/administration/supervision-agent.xhtml?unit=" + foreign + "&login=x.y");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body())
                .contains("support-code")
                .containsOnlyOnce("<html")
                .endsWith("</html>");
        assertThat(supervisor
                        .get("/administration/supervision-agent.xhtml?unit=" + own + "&login=x.y")
                        .status())
                .isEqualTo(200);
        assertThat(supervisor
                        .get("/administration/supervision-agent.xhtml?login=x.y")
                        .status())
                .isEqualTo(404);
        assertThat(PEOPLE.get(Who.ADMINISTRATOR)
                        .get("/administration/supervision-agent.xhtml?unit=999999&login=x.y")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void becomeAWholePageWithASupportCodeWhenTheyFailHalfway() throws Exception {
        try (CardJourney agent = new CardJourney(copy.server(), DemonstrationFiles.card("cpe-arm-auth"))) {
            agent.toTheFirstPage();
            database.run("insert into work_session (id, token_digest, account_id, method, level, origin, opened_at,"
                    + " last_seen_at, expires_at, ended_at, end_reason, version) select 5000000, 'none', account_id,"
                    + " method, level, origin, opened_at, opened_at, opened_at, opened_at, 'NONSENSE', 1 from work_session"
                    + " where id = (select max(id) from work_session)");

            Answer failed = agent.get("/connections.xhtml");

            assertThat(failed.status()).isEqualTo(500);
            assertThat(failed.body())
                    .contains("support-code")
                    .containsOnlyOnce("<html")
                    .endsWith("</html>");
            Matcher code =
                    Pattern.compile("support-code\"[^>]*>([0-9A-Z-]{9})<").matcher(failed.body());
            assertThat(code.find()).isTrue();
            assertThat(TraceRows.find(database, code.group(1)).kind()).isEqualTo("FAULT");
        } finally {
            database.run("delete from work_session where id = 5000000");
        }
    }

    /** Everything at once, and what pages are about in every pair. */
    private static List<String> queries() {
        List<String> queries = new ArrayList<>(List.of("", "?unit=1&login=marie.martin", "?unit=2&login=marie.martin"));
        for (String value : VALUES) {
            queries.add(WebSources.parameters().stream()
                    .filter(name -> !name.equals("restart"))
                    .map(name -> name + "=" + encoded(value))
                    .collect(Collectors.joining("&", "?", "")));
            queries.add("?id=" + encoded(value));
            queries.add("?unit=" + encoded(value));
        }
        return queries;
    }

    private void post(Who who, String page) throws IOException {
        Matcher forms = FORM.matcher(page);
        while (forms.find()) {
            String action = forms.group(1).replace("&amp;", "&");
            Matcher buttons = BUTTON.matcher(forms.group());
            List<String> names = new ArrayList<>(List.of(""));
            while (buttons.find()) {
                names.add(buttons.group(1));
            }
            for (String button : names) {
                for (String value : List.of("", "<b>é'\"", "-1", "999999999999999999")) {
                    post(who, action, button, value, Forms.hidden(forms.group()));
                }
            }
        }
    }

    private void post(Who who, String action, String button, String value, Map<String, String> hidden)
            throws IOException {
        if (action.equals("/logout") || !action.startsWith("/")) {
            return;
        }
        Map<String, String> form = new LinkedHashMap<>();
        WebSources.parameters().stream()
                .filter(name -> !name.equals("cancel") && !name.equals("give-up"))
                .forEach(name -> form.put(name, value));
        hidden.forEach((name, own) -> form.put(name, form.containsKey(name) ? value : own));
        form.put(button.isEmpty() ? "none" : button, "x");
        judge(
                who + " POST " + action + " " + button + " " + value,
                PEOPLE.get(who).submit(action, form));
    }

    private void judge(String what, Answer answer) {
        boolean page = answer.header("Content-Type")
                .filter(type -> type.startsWith("text/html"))
                .isPresent();
        String body = answer.body().strip();
        boolean whole = body.endsWith("</html>") && body.indexOf("<html") == body.lastIndexOf("<html");
        if (answer.status() >= 500 || (page && !body.isEmpty() && !whole)) {
            wrong.put(what, answer.status() + (whole ? "" : ", not whole"));
        }
    }

    private static String lastTrace() throws SQLException {
        return database.texts("select max(id) from audit_entry").get(0);
    }

    private static String unitsOf(String login, String not) throws SQLException {
        return database.texts("select min(id) from unit where id " + not + " in (select r.scope from account_role r"
                        + " join account a on a.id = r.account_id where a.login_name = '" + login + "')")
                .get(0);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}

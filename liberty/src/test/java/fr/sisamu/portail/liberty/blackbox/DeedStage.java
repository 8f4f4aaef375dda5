package fr.sisamu.portail.liberty.blackbox;

import fr.sisamu.portail.liberty.DemonstrationFiles;
import fr.sisamu.portail.liberty.RunningServer;
import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hc.core5.http.ClassicHttpRequest;

/** The people and things that the deeds need, and what the database says of them. */
final class DeedStage implements AutoCloseable {

    /** What deeds change; the trace, which also tells of what was refused, is not among them. */
    private static final List<String> TABLES = List.of(
            "account",
            "account_identifier",
            "account_password",
            "account_request",
            "account_role",
            "card_presentation",
            "channel_reset",
            "directory_import",
            "emergency_access",
            "import_token",
            "login_throttle",
            "otp_challenge",
            "otp_channel",
            "phone",
            "phone_link",
            "profile",
            "prosanteconnect_attempt",
            "prosanteconnect_push",
            "revocation_bypass",
            "unit",
            "work_session");

    /** What changes by itself, whatever is asked. */
    private static final Set<String> BY_ITSELF = Set.of("last_seen_at", "lease_until", "cti_linked", "message_id");

    private final RunningServer server;
    private final DatabaseServer database;
    private final Connection connection;
    private final Map<Deed.Actor, CardJourney> people = new EnumMap<>(Deed.Actor.class);
    private final CardClient stranger = CardClient.withoutCard();

    DeedStage(RunningServer server, DatabaseServer database) throws IOException, SQLException {
        this.server = server;
        this.database = database;
        this.connection = DriverManager.getConnection(database.address(), "portail", "");
        comeIn(Deed.Actor.ADMINISTRATOR, "cpe-administrateur");
        comeIn(Deed.Actor.SUPERVISOR, "cpe-superviseur");
        comeIn(Deed.Actor.AGENT, "cps-medecin-auth");
    }

    private void comeIn(Deed.Actor who, String card) throws IOException {
        CardJourney journey = new CardJourney(server, DemonstrationFiles.card(card));
        journey.toTheFirstPage();
        people.put(who, journey);
    }

    Answer get(Deed deed, URI page) throws IOException {
        return deed.who() == Deed.Actor.STRANGER
                ? stranger.get(page)
                : people.get(deed.who()).get(page.toString());
    }

    Answer send(Deed deed, ClassicHttpRequest request) throws IOException {
        return deed.who() == Deed.Actor.STRANGER
                ? stranger.send(request)
                : people.get(deed.who()).send(request);
    }

    /** What has to be there before this deed can be done, and no deed before it has left. */
    void prepare(Deed deed) throws IOException, SQLException {
        switch (deed.name()) {
            case "requestsPage.grant", "requestsPage.link", "requestsPage.reject" -> waitingRequest(deed.name());
            case "channelsPage.remove" -> channel("camille.factice", "+33612345642");
            case "supervisedAgent.askReset" -> channel("yanis.arm", "+33612345643");
            case "connectionsPage.end" -> {
                try (CardJourney elsewhere = new CardJourney(server, DemonstrationFiles.card("cps-medecin-auth"))) {
                    elsewhere.toTheFirstPage();
                }
            }
            default -> {
                // Nothing but who is in.
            }
        }
    }

    private void waitingRequest(String of) throws SQLException {
        database.run("insert into account_request (identifier, given_name, family_name, card_type, first_seen_at,"
                + " last_seen_at, attempts, support_code, status, version) values ('89999900" + (1000 + of.length())
                + "', 'Zoé', 'Inconnue-Factice', 'CPS', current_timestamp, current_timestamp, 1, 'AAAA-AAAA',"
                + " 'WAITING', 0)");
    }

    private void channel(String login, String number) throws SQLException {
        database.run("insert into otp_channel (id, account_id, kind, address, verified_at) select nextval("
                + "'otp_channel_seq'), id, 'SMS', '" + number + "', current_timestamp from account where login_name = '"
                + login + "'");
    }

    long account(String login) throws SQLException {
        return id("select id from account where login_name = ?", login);
    }

    long unit(String code) throws SQLException {
        return id("select id from unit where code = ?", code);
    }

    private long id(String sql, String key) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, key);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** All that a deed could change. */
    String state() throws SQLException {
        StringBuilder state = new StringBuilder();
        for (String table : TABLES) {
            state.append(table).append('\n');
            try (PreparedStatement query = connection.prepareStatement("select * from " + table + " order by 1");
                    ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    append(state, rows);
                }
            }
        }
        return state.toString();
    }

    private static void append(StringBuilder state, ResultSet row) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            if (!BY_ITSELF.contains(columns.getColumnName(i))) {
                state.append(row.getString(i)).append('|');
            }
        }
        state.append('\n');
    }

    @Override
    public void close() throws IOException, SQLException {
        for (CardJourney journey : people.values()) {
            journey.close();
        }
        stranger.close();
        connection.close();
    }
}

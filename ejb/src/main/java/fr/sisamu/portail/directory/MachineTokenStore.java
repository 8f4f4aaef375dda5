package fr.sisamu.portail.directory;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** The rows of tokens, which hold digests. The table import_token has its name from a time when imports alone had any. */
@ApplicationScoped
class MachineTokenStore {

    private static final String ADD = """
            insert into import_token (id, name, scope, digest, created_by, created_at, expires_at)
            values (nextval('import_token_seq'), ?, ?, ?, ?, ?, ?) on conflict do nothing""";

    private static final String USE = """
            update import_token set last_used_at = ?
            where digest = ? and scope = ? and revoked_at is null and expires_at > ?""";

    private static final String ALL =
            "select id, name, scope, created_by, created_at, expires_at, revoked_at, last_used_at"
                    + " from import_token order by id desc";

    @Resource(lookup = "jdbc/portail")
    DataSource database;

    /** False if there is a token of this name. */
    boolean add(String name, TokenScope scope, String digest, String by, Instant now, Instant end) {
        try (Sql sql = Sql.open(database)) {
            boolean added = sql.run(ADD, name, scope.name(), digest, by, now, end) == 1;
            sql.commit();
            return added;
        }
    }

    /** Its name; empty if it was revoked before. */
    Optional<String> revoke(long id, Instant now) {
        try (Sql sql = Sql.open(database)) {
            if (sql.run("update import_token set revoked_at = ? where id = ? and revoked_at is null", now, id) == 0) {
                return Optional.empty();
            }
            Optional<String> name = sql.one("select name from import_token where id = ?", row -> row.getString(1), id);
            sql.commit();
            return name;
        }
    }

    /** The name of the token of this digest, if it is good for this. */
    Optional<String> use(String digest, TokenScope scope, Instant now) {
        try (Sql sql = Sql.open(database)) {
            if (sql.run(USE, now, digest, scope.name(), now) == 0) {
                return Optional.empty();
            }
            Optional<String> name =
                    sql.one("select name from import_token where digest = ?", row -> row.getString(1), digest);
            sql.commit();
            return name;
        }
    }

    List<MachineToken> all() {
        try (Sql sql = Sql.open(database)) {
            return sql.list(ALL, MachineTokenStore::token);
        }
    }

    private static MachineToken token(ResultSet row) throws SQLException {
        return new MachineToken(
                row.getLong(1),
                row.getString(2),
                TokenScope.valueOf(row.getString(3)),
                row.getString(4),
                Sql.instant(row, 5).orElseThrow(),
                Sql.instant(row, 6).orElseThrow(),
                Sql.instant(row, 7),
                Sql.instant(row, 8));
    }
}

package fr.sisamu.portail.directory;

import java.time.Instant;
import java.util.List;

/**
 * Writes how far an import has come, in the transaction of what it tells of. Each word is a sign of life too; an import
 * that lost its place to another one stops here.
 */
final class Progress {

    private static final String READ =
            "update directory_import set rows_read = ?, octets_read = ?, touched_at = ? where id = ? and running = 1";

    private static final String ENTER =
            "update directory_import set state = ?, touched_at = ? where id = ? and running = 1";

    private static final String SETTLE = """
            update directory_import set running = null, state = ?, errors = ?, fingerprint = ?, touched_at = ?,
              finished_at = ? where id = ? and running = 1""";

    private static final List<String> FORGET = List.of(
            "delete from directory_import_error where import_id = ?",
            "delete from directory_import_count where import_id = ?",
            "delete from directory_import_change where import_id = ?");

    private static final String ERROR = "insert into directory_import_error"
            + " (import_id, position, kind, line, column_name, reason, detail) values (?, ?, ?, ?, ?, ?, ?)";

    private static final String COUNT =
            "insert into directory_import_count (import_id, kind, action, number) values (?, ?, ?, ?)";

    private static final String CHANGE = "insert into directory_import_change"
            + " (import_id, position, kind, action, line, subject, before_text, after_text)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?)";

    private final Sql sql;
    private final long id;

    Progress(Sql sql, long id) {
        this.sql = sql;
        this.id = id;
    }

    void read(long rows, long octets, Instant now) {
        hold(sql.run(READ, rows, octets, now, id));
    }

    void enter(ImportState state, Instant now) {
        hold(sql.run(ENTER, state.name(), now, id));
    }

    /** Ends the run, or leaves it to wait for a person. */
    void settle(ImportState state, LineErrors errors, Difference difference, Instant now) {
        FORGET.forEach(forget -> sql.run(forget, id));
        write(errors.shown());
        write(difference);
        hold(sql.run(
                SETTLE, state.name(), errors.count(), difference.fingerprint(), now, state.isReady() ? null : now, id));
    }

    /** Without a word about the files: the fault was elsewhere. */
    void fail(Instant now) {
        sql.run(
                "update directory_import set running = null, state = 'FAILED', finished_at = ? where id = ? and running = 1",
                now,
                id);
    }

    private void write(List<LineError> errors) {
        try (Sql.Batch batch = sql.batch(ERROR)) {
            int position = 0;
            for (LineError error : errors) {
                batch.add(
                        id,
                        position,
                        error.kind().name(),
                        error.line(),
                        error.column().orElse(null),
                        error.reason().name(),
                        error.detail());
                position++;
            }
            batch.flush();
        }
    }

    private void write(Difference difference) {
        for (ChangeCount count : difference.counts()) {
            sql.run(COUNT, id, count.kind().name(), count.action().name(), count.number());
        }
        try (Sql.Batch batch = sql.batch(CHANGE)) {
            int position = 0;
            for (Change change : difference.shown()) {
                batch.add(
                        id,
                        position,
                        change.kind().name(),
                        change.action().name(),
                        change.line(),
                        change.subject(),
                        change.before(),
                        change.after());
                position++;
            }
            batch.flush();
        }
    }

    private static void hold(int updated) {
        if (updated == 0) {
            throw new IllegalStateException("this import lost its place to another one");
        }
    }
}

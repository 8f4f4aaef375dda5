package fr.sisamu.portail.directory;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Reads what is kept of imports. */
@ApplicationScoped
class ImportReports {

    private static final String RUN = "select id, state, complete, at_once, actor, support_code, started_at,"
            + " finished_at, rows_read, octets_read, octets_total, errors from directory_import ";

    private static final String FILES =
            "select kind, name, digest, octets from directory_import_file where import_id = ?";

    private static final String ERRORS = "select kind, line, column_name, reason, detail from directory_import_error"
            + " where import_id = ? order by position";

    private static final String COUNTS = "select kind, action, number from directory_import_count where import_id = ?";

    private static final String CHANGES = "select kind, action, line, subject, before_text, after_text"
            + " from directory_import_change where import_id = ? order by position";

    @Resource(lookup = "jdbc/portail")
    DataSource database;

    Optional<ImportReport> find(long id) {
        try (Sql sql = Sql.open(database)) {
            return sql.one(RUN + "where id = ?", ImportReports::run, id).map(run -> report(sql, run));
        }
    }

    Optional<ImportRun> findRun(long id) {
        try (Sql sql = Sql.open(database)) {
            return sql.one(RUN + "where id = ?", ImportReports::run, id);
        }
    }

    /** The newest first. */
    List<ImportRun> newest(int most) {
        try (Sql sql = Sql.open(database)) {
            return sql.list(RUN + "order by id desc limit ?", ImportReports::run, most);
        }
    }

    private static ImportReport report(Sql sql, ImportRun run) {
        return new ImportReport(
                run,
                sql.list(FILES, ImportReports::file, run.id()).stream()
                        .sorted((one, other) -> one.kind().compareTo(other.kind()))
                        .toList(),
                sql.list(ERRORS, ImportReports::error, run.id()),
                sql.list(COUNTS, ImportReports::count, run.id()).stream()
                        .sorted((one, other) -> one.kind() == other.kind()
                                ? one.action().compareTo(other.action())
                                : one.kind().compareTo(other.kind()))
                        .toList(),
                sql.list(CHANGES, ImportReports::change, run.id()));
    }

    private static ImportRun run(ResultSet row) throws SQLException {
        return new ImportRun(
                row.getLong(1),
                ImportState.valueOf(row.getString(2)),
                row.getBoolean(3),
                row.getBoolean(4),
                row.getString(5),
                row.getString(6),
                Sql.instant(row, 7).orElseThrow(),
                Sql.instant(row, 8),
                row.getLong(9),
                row.getLong(10),
                row.getLong(11),
                row.getInt(12));
    }

    private static ImportedFile file(ResultSet row) throws SQLException {
        return new ImportedFile(FileKind.valueOf(row.getString(1)), row.getString(2), row.getString(3), row.getLong(4));
    }

    private static LineError error(ResultSet row) throws SQLException {
        return new LineError(
                FileKind.valueOf(row.getString(1)),
                row.getLong(2),
                Optional.ofNullable(row.getString(3)),
                LineReason.valueOf(row.getString(4)),
                row.getString(5));
    }

    private static ChangeCount count(ResultSet row) throws SQLException {
        return new ChangeCount(
                FileKind.valueOf(row.getString(1)), Change.Action.valueOf(row.getString(2)), row.getLong(3));
    }

    private static Change change(ResultSet row) throws SQLException {
        return new Change(
                FileKind.valueOf(row.getString(1)),
                Change.Action.valueOf(row.getString(2)),
                row.getLong(3),
                row.getString(4),
                row.getString(5),
                row.getString(6));
    }
}

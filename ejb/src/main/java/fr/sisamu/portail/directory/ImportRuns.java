package fr.sisamu.portail.directory;

import fr.sisamu.portail.account.AccountId;
import fr.sisamu.portail.audit.SupportCode;
import fr.sisamu.portail.role.Actor;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** The rows that say which import runs, and how each one went. The key on {@code running} lets one run at a time. */
@ApplicationScoped
class ImportRuns {

    /** Longer than any step takes between two signs of life. */
    static final Duration LEASE = Duration.ofMinutes(10);

    private static final String FREE =
            "update directory_import set running = null, state = 'FAILED', finished_at = ? where running = 1 and touched_at < ?";

    private static final String BEGIN = """
            insert into directory_import (id, running, state, complete, at_once, actor, account_id, session_id,
              support_code, started_at, touched_at, rows_read, octets_read, octets_total, errors)
            values (?, 1, 'READING', ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, ?, 0) on conflict do nothing""";

    private static final String ADD_FILE =
            "insert into directory_import_file (import_id, kind, name, digest, octets) values (?, ?, ?, ?, ?)";

    private static final String REPLACE =
            "update directory_import set state = 'REPLACED', finished_at = ? where state in ('READY', 'MOVED')";

    private static final String RESUME = """
            update directory_import set running = 1, state = 'APPLYING', touched_at = ?, finished_at = null
            where id = ? and state in ('READY', 'MOVED')
              and not exists (select 1 from directory_import r where r.running = 1)""";

    private static final String SUSPEND = "update directory_import set running = null, state = 'READY', finished_at = ?"
            + " where id = ? and running = 1 and state = 'APPLYING'";

    private static final String CANCEL =
            "update directory_import set state = 'CANCELLED', finished_at = ? where id = ? and state in ('READY', 'MOVED')";

    @Resource(lookup = "jdbc/portail")
    DataSource database;

    /** Begins an import in the place of one that waits to be applied; empty while another runs. */
    Optional<Long> begin(
            List<HandedFile> files, boolean complete, boolean atOnce, Actor actor, SupportCode code, Instant now) {
        try (Sql sql = Sql.open(database)) {
            sql.run(FREE, now, now.minus(LEASE));
            long id = sql.number("select nextval('directory_import_seq')");
            long octets = files.stream().mapToLong(HandedFile::octets).sum();
            int begun = sql.run(
                    BEGIN,
                    id,
                    complete,
                    atOnce,
                    actor.name(),
                    actor.account().map(AccountId::value).orElse(null),
                    actor.session().orElse(null),
                    code.value(),
                    now,
                    now,
                    octets);
            if (begun == 0) {
                return Optional.empty();
            }
            sql.run(REPLACE, now);
            files.forEach(file -> sql.run(ADD_FILE, id, file.kind().name(), file.name(), file.digest(), file.octets()));
            sql.commit();
            return Optional.of(id);
        }
    }

    /** Takes up an import that waits to be applied; false if it does not, or another runs. */
    boolean resume(long id, Instant now) {
        try (Sql sql = Sql.open(database)) {
            sql.run(FREE, now, now.minus(LEASE));
            boolean resumed = sql.run(RESUME, now, id) == 1;
            sql.commit();
            return resumed;
        }
    }

    /** Lets an import that was taken up, and that nobody works at, wait again. */
    void suspend(long id, Instant now) {
        try (Sql sql = Sql.open(database)) {
            sql.run(SUSPEND, now, id);
            sql.commit();
        }
    }

    boolean cancel(long id, Instant now) {
        try (Sql sql = Sql.open(database)) {
            boolean cancelled = sql.run(CANCEL, now, id) == 1;
            sql.commit();
            return cancelled;
        }
    }

    boolean isBusy(Instant now) {
        try (Sql sql = Sql.open(database)) {
            return sql.number(
                            "select count(*) from directory_import where running = 1 and touched_at >= ?",
                            now.minus(LEASE))
                    > 0;
        }
    }

    /** The support code under which the import was begun, and the fingerprint of what it would change. */
    Optional<Waiting> waiting(long id) {
        try (Sql sql = Sql.open(database)) {
            return sql.one(
                    "select complete, fingerprint, support_code from directory_import where id = ?",
                    row -> new Waiting(row.getBoolean(1), row.getString(2), new SupportCode(row.getString(3))),
                    id);
        }
    }

    /** What applying has to know of an import that was compared before. */
    record Waiting(boolean complete, String fingerprint, SupportCode code) {}
}

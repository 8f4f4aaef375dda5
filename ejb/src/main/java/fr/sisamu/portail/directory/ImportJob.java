package fr.sisamu.portail.directory;

import fr.sisamu.portail.account.AccountId;
import fr.sisamu.portail.audit.SupportCode;
import fr.sisamu.portail.role.Actor;
import fr.sisamu.portail.session.EndReason;
import fr.sisamu.portail.session.WorkSessionService;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperties;

/** The work of an import, on a thread of its own: read, compare, and apply in one transaction. */
@ApplicationScoped
class ImportJob {

    private static final Logger LOG = System.getLogger(ImportJob.class.getName());
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @Resource(lookup = "jdbc/portail")
    DataSource database;

    @Inject
    ImportRuns runs;

    @Inject
    Inbox inbox;

    @Inject
    ImportTrace trace;

    @Inject
    WorkSessionService sessions;

    @Inject
    @ConfigProperties
    ImportSettings settings;

    @Inject
    Clock clock;

    /** Reads the files and says what they would change; applies it too if that was asked for and nothing is wrong. */
    void read(long id, List<HandedFile> files, boolean complete, boolean atOnce, Actor actor, SupportCode code) {
        try {
            ImportState state = prepare(id, files, complete);
            trace.settled(id, state, actor, code);
            if (atOnce && state == ImportState.READY && runs.resume(id, clock.instant())) {
                apply(id, actor);
            }
        } catch (RuntimeException e) {
            failed(id, actor, code, e);
        } finally {
            files.forEach(inbox::drop);
        }
    }

    private ImportState prepare(long id, List<HandedFile> files, boolean complete) {
        Set<FileKind> kinds = files.stream().map(HandedFile::kind).collect(Collectors.toSet());
        try (Sql sql = Sql.patient(database)) {
            LineErrors errors = Loading.run(sql, id, files, clock);
            Progress progress = new Progress(sql, id);
            progress.enter(ImportState.COMPARING, clock.instant());
            sql.commit();
            Difference difference = compare(sql, new Scope(kinds, complete, today()), errors);
            ImportState state = outcome(errors, difference);
            Loading.count(sql);
            progress.settle(state, errors, difference, clock.instant());
            sql.commit();
            return state;
        }
    }

    private static ImportState outcome(LineErrors errors, Difference difference) {
        if (errors.count() > 0) {
            return ImportState.REFUSED;
        }
        return difference.isEmpty() ? ImportState.UNCHANGED : ImportState.READY;
    }

    private Difference compare(Sql sql, Scope scope, LineErrors errors) {
        if (errors.count() == 0) {
            Matching.run(sql, scope.today());
        }
        Checks.run(sql, errors);
        if (errors.count() > 0) {
            return new Difference();
        }
        Difference difference = Comparison.run(sql, scope);
        Guard.run(sql, difference, scope.today(), settings.mostClosedPercent, errors);
        return difference;
    }

    /** Applies what was compared, if it would still change the same; else says what it would change by now. */
    void apply(long id, Actor actor) {
        ImportRuns.Waiting waiting = runs.waiting(id).orElseThrow();
        try {
            long before = activeAccounts();
            List<Long> closed = write(id, waiting);
            closed.forEach(account -> closed(account, actor, waiting.code()));
            trace.applied(id, before, activeAccounts(), actor, waiting.code());
        } catch (RuntimeException e) {
            failed(id, actor, waiting.code(), e);
        }
    }

    private List<Long> write(long id, ImportRuns.Waiting waiting) {
        try (Sql sql = Sql.patient(database)) {
            Instant now = clock.instant();
            Set<FileKind> kinds = Set.copyOf(sql.list(
                    "select kind from directory_import_file where import_id = ?",
                    row -> FileKind.valueOf(row.getString(1)),
                    id));
            Scope scope = new Scope(kinds, waiting.complete(), today());
            LineErrors errors = new LineErrors();
            Difference difference = compare(sql, scope, errors);
            ImportState state = outcome(errors, difference);
            boolean same = difference.fingerprint().equals(waiting.fingerprint());
            List<Long> closed = List.of();
            if (state == ImportState.READY) {
                state = same ? ImportState.APPLIED : ImportState.MOVED;
            }
            if (state == ImportState.APPLIED) {
                closed = DirectoryWriter.run(sql, scope, now);
            }
            new Progress(sql, id).settle(state, errors, difference, clock.instant());
            sql.commit();
            return closed;
        }
    }

    /** The sweep of sessions would do so within a minute; who has left is out at once. */
    private void closed(long account, Actor actor, SupportCode code) {
        try {
            sessions.endOthers(new AccountId(account), Optional.empty(), EndReason.ACCOUNT_CLOSED);
            trace.closed(account, actor, code);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "sessions of closed account " + account + " are left to the sweep", e);
        }
    }

    void failed(long id, Actor actor, SupportCode code, RuntimeException fault) {
        LOG.log(Level.ERROR, "import " + id + " failed, support code " + code, fault);
        trace.failed(id, fault, actor, code);
        try (Sql sql = Sql.patient(database)) {
            new Progress(sql, id).fail(clock.instant());
            sql.commit();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "import " + id + " keeps its place until its lease runs out", e);
        }
    }

    private long activeAccounts() {
        try (Sql sql = Sql.patient(database)) {
            return sql.number("select count(*) from account where status = 'ACTIVE'");
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(PARIS));
    }
}

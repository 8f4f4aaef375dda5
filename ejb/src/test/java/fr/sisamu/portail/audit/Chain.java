package fr.sisamu.portail.audit;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.testdb.Portal;
import fr.sisamu.portail.testdb.Rows;
import fr.sisamu.portail.testdb.TestDatabase;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** The chain of a node of its own in a test database; and whoever tampers with it, by SQL, with all rights. */
final class Chain {

    private static final AtomicInteger NEXT = new AtomicInteger();

    private final TestDatabase database;
    private final TestDatabase.Kind kind;
    private final String node = "tampered-" + NEXT.incrementAndGet();
    private Portal portal;

    Chain(TestDatabase.Kind kind, TestDatabase database) {
        this.kind = kind;
        this.database = database;
        restart();
    }

    /** Another process under the same name: it remembers nothing. */
    void restart() {
        portal = new Portal(database).with("portail.node", node);
    }

    Portal portal() {
        return portal;
    }

    String node() {
        return node;
    }

    void write(int rows) {
        AuditTrail trail = portal.get(AuditTrail.class);
        for (int i = 0; i < rows; i++) {
            trail.record(Trace.of(TraceKind.LOGIN, "CPX").account(7).detail("n° " + i));
        }
    }

    void seal() throws Exception {
        portal.get(TraceQueue.class).seal();
    }

    /** Switches off what PostgreSQL forbids to everybody but the owner of the table, and changes what it likes. */
    void tamper(Consumer<Rows> deed) {
        Rows rows = portal.rows();
        if (kind == TestDatabase.Kind.POSTGRESQL) {
            rows.run("alter table audit_entry disable trigger all");
        }
        deed.accept(rows);
        if (kind == TestDatabase.Kind.POSTGRESQL) {
            rows.run("alter table audit_entry enable trigger all");
        }
    }

    int tamper(String sql, Object... values) {
        int[] changed = new int[1];
        tamper(rows -> changed[0] = rows.run(sql, values));
        assertThat(changed[0]).as(sql).isPositive();
        return changed[0];
    }

    TraceRow row(long sequence) {
        return portal.get(AuditSearch.class)
                .find(new SupportCode(code(sequence)))
                .get(0);
    }

    private String code(long sequence) {
        return portal.rows()
                .one("select support_code from audit_entry where node = ? and sequence_number = ?", node, sequence);
    }

    /** Puts a row in the place of another, as somebody would who knows how digests are made. */
    TraceRow forge(TraceRow original, String detail, String previous) {
        TraceRow forged = new TraceRow(
                        original.id(),
                        original.at(),
                        original.node(),
                        original.kind(),
                        original.outcome(),
                        original.supportCode(),
                        original.account(),
                        original.session(),
                        original.identifier(),
                        original.unit(),
                        original.origin(),
                        original.workstation(),
                        detail,
                        original.link())
                .after(previous, original.link().orElseThrow().sequence());
        tamper(
                "update audit_entry set detail = ?, previous_digest = ?, digest = ? where id = ?",
                detail,
                previous,
                forged.link().orElseThrow().digest(),
                original.id());
        return forged;
    }

    ChainReport verified() {
        return portal.get(AuditVerification.class)
                .verify(VerificationProgress.UNHEARD)
                .of(node)
                .orElseThrow();
    }

    void isSound(long rows) {
        ChainReport report = verified();
        assertThat(report.fault()).isEmpty();
        assertThat(report.rows()).isEqualTo(rows);
    }

    void isBad(ChainFault.Kind what, long sequence) {
        assertThat(verified().fault()).hasValueSatisfying(fault -> {
            assertThat(fault.kind()).as(fault.toString()).isEqualTo(what);
            assertThat(fault.sequence()).as(fault.toString()).isEqualTo(sequence);
            assertThat(fault.node()).isEqualTo(node);
        });
    }
}

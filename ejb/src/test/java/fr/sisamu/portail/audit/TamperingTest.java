package fr.sisamu.portail.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.sisamu.portail.audit.ChainFault.Kind;
import fr.sisamu.portail.testdb.TestDatabase;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Each kind of tampering, by SQL on the real table, by somebody who may do everything in the database. */
@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class TamperingTest {

    private static final Map<TestDatabase.Kind, TestDatabase> DATABASES = new EnumMap<>(TestDatabase.Kind.class);

    private final TestDatabase.Kind kind;
    private final Chain chain;

    TamperingTest(TestDatabase.Kind kind) {
        this.kind = kind;
        chain = new Chain(kind, DATABASES.computeIfAbsent(kind, TestDatabase::fresh));
    }

    /** Rows 1…10 are sealed, 11…20 are not. */
    @BeforeEach
    void writeTwenty() throws Exception {
        chain.write(10);
        chain.seal();
        chain.write(10);
    }

    @Test
    void findsNothingWhereNobodyWas() {
        chain.isSound(20);
    }

    @Test
    void findsAnEditedRowWhateverItsColumn() {
        for (String change : new String[] {
            "at = at - interval '1' second",
            "kind = 'FAULT'",
            "outcome = 'OTP'",
            "support_code = 'K7F3-9QXM'",
            "account_id = 8",
            "account_id = null",
            "session_id = 1",
            "identifier = ''",
            "unit_code = 'FR680'",
            "origin = '192.0.2.1'",
            "workstation_id = 'x'",
            "detail = ''",
            "id = -id",
            "previous_digest = '" + "A".repeat(43) + "'",
            "digest = '" + "A".repeat(43) + "'"
        }) {
            Chain other = new Chain(kind, DATABASES.get(kind));
            other.write(4);

            other.tamper("update audit_entry set " + change + " where node = ? and sequence_number = 2", other.node());

            other.isBad(Kind.EDITED, 2);
        }
    }

    @Test
    void findsTheFirstOfSeveral() {
        chain.tamper("update audit_entry set detail = 'x' where node = ? and sequence_number in (7, 4)", chain.node());

        chain.isBad(Kind.EDITED, 4);
    }

    @Test
    void findsAnEditedRowThatGotItsDigestAnew() {
        chain.forge(
                chain.row(15),
                "nobody came in",
                chain.row(15).link().orElseThrow().previous());

        chain.isBad(Kind.EDITED, 15);
    }

    @Test
    void findsADeletedRow() {
        chain.tamper("delete from audit_entry where node = ? and sequence_number = 5", chain.node());

        chain.isBad(Kind.DELETED, 5);
    }

    @Test
    void findsThatTheFirstRowIsDeleted() {
        chain.tamper("delete from audit_entry where node = ? and sequence_number = 1", chain.node());

        chain.isBad(Kind.DELETED, 1);
    }

    @Test
    void findsADeletedRowThoughTheOthersAreNumberedAnew() {
        chain.tamper("delete from audit_entry where node = ? and sequence_number = 5", chain.node());
        renumber("sequence_number - 1", "sequence_number > 5");

        chain.isBad(Kind.DELETED, 5);
    }

    @Test
    void findsAnInsertedRowThatHangsOnTheOneBeforeIt() {
        renumber("sequence_number + 1", "sequence_number > 12");
        TraceRow before = chain.row(12);
        insert(before, before.link().orElseThrow().digest(), 13);

        chain.isBad(Kind.INSERTED, 13);
    }

    @Test
    void findsAnInsertedRowOfAnyContent() {
        renumber("sequence_number + 1", "sequence_number > 12");
        insert(chain.row(12), "B".repeat(43), 13);
        chain.tamper("update audit_entry set digest = 'x' where node = ? and sequence_number = 13", chain.node());

        chain.isBad(Kind.INSERTED, 13);
    }

    @Test
    void findsAnInsertedRowBeyondTheEnd() {
        insert(chain.row(20), chain.row(20).link().orElseThrow().digest(), 21);

        chain.isBad(Kind.INSERTED, 21);
    }

    @Test
    void findsRowsThatChangedPlaces() {
        renumber("-5", "sequence_number = 5");
        renumber("5", "sequence_number = 6");
        renumber("6", "sequence_number = -5");

        chain.isBad(Kind.REORDERED, 5);
    }

    @Test
    void findsThatSealedRowsAreCutOff() {
        chain.tamper("delete from audit_entry where node = ? and sequence_number > 8", chain.node());

        chain.isBad(Kind.TRUNCATED, 9);
    }

    @Test
    void findsThatTheLastRowIsCutOff() {
        chain.tamper("delete from audit_entry where node = ? and sequence_number = 20", chain.node());

        chain.isBad(Kind.TRUNCATED, 20);
    }

    @Test
    void findsThatTheEndWasMovedBackWithTheRows() {
        chain.tamper("delete from audit_entry where node = ? and sequence_number > 18", chain.node());
        String digest = chain.row(18).link().orElseThrow().digest();
        chain.tamper("update audit_chain set sequence_number = 18, digest = ? where node = ?", digest, chain.node());

        chain.isBad(Kind.SEAL_BROKEN, 11);
    }

    @Test
    void findsAnOldEndThatWasPutBack() throws Exception {
        String digest = chain.portal().rows().one("select digest from audit_chain where node = ?", chain.node());
        String seal = chain.portal().rows().one("select seal from audit_chain where node = ?", chain.node());
        chain.write(3);
        chain.seal();
        chain.tamper("delete from audit_entry where node = ? and sequence_number > 20", chain.node());
        chain.tamper(
                "update audit_chain set sequence_number = 20, sealed_to = 10, digest = ?, seal = ? where node = ?",
                digest,
                seal,
                chain.node());

        chain.isBad(Kind.SEAL_BROKEN, 11);
    }

    @Test
    void noticesAnOldEndThatWasPutBackWhileThePortalRuns() {
        String digest = chain.portal().rows().one("select digest from audit_chain where node = ?", chain.node());
        String seal = chain.portal().rows().one("select seal from audit_chain where node = ?", chain.node());
        chain.write(3);
        chain.tamper("delete from audit_entry where node = ? and sequence_number > 20", chain.node());
        chain.tamper(
                "update audit_chain set sequence_number = 20, digest = ?, seal = ? where node = ?",
                digest,
                seal,
                chain.node());

        chain.write(1);

        chain.isBad(Kind.TRUNCATED, 21);
    }

    @Test
    void findsThatAllIsGone() {
        chain.tamper("delete from audit_entry where node = ?", chain.node());

        chain.isBad(Kind.TRUNCATED, 1);
    }

    @Test
    void findsASealedSegmentThatWasRewrittenWithAllItsDigests() {
        rewriteFrom(3, 20);
        chain.isBad(Kind.REWRITTEN, 1);
    }

    @Test
    void findsAnUnsealedEndThatWasRewrittenWithAllItsDigests() {
        rewriteFrom(15, 20);
        chain.isBad(Kind.REWRITTEN, 11);
    }

    @Test
    void findsARewrittenEndWhoseHeadWasRewrittenToo() {
        String last = rewriteFrom(15, 20).link().orElseThrow().digest();
        chain.tamper("update audit_chain set digest = ? where node = ?", last, chain.node());

        chain.isBad(Kind.SEAL_BROKEN, 11);
    }

    @Test
    void remembersARewrittenHeadThatThePortalFoundAtItsStart() {
        String last = rewriteFrom(15, 20).link().orElseThrow().digest();
        chain.tamper("update audit_chain set digest = ? where node = ?", last, chain.node());
        chain.restart();

        chain.write(2);

        chain.isBad(Kind.REWRITTEN, 11);
    }

    @Test
    void findsASealThatWasEditedOrRemovedOrMadeUp() {
        chain.tamper("update audit_seal set row_count = 9 where node = ?", chain.node());
        chain.isBad(Kind.SEAL_BROKEN, 1);

        chain.tamper("delete from audit_seal where node = ?", chain.node());
        chain.isBad(Kind.SEAL_BROKEN, 1);
    }

    @Test
    void findsThatTheEndIsForgotten() {
        chain.tamper("delete from audit_chain where node = ?", chain.node());

        chain.isBad(Kind.SEAL_BROKEN, 11);
    }

    @Test
    void goesOnWritingAfterwardsWhateverWasDone() {
        insert(chain.row(20), chain.row(20).link().orElseThrow().digest(), 21);
        chain.restart();
        chain.write(2);
        chain.tamper("delete from audit_chain where node = ?", chain.node());
        chain.write(2);

        assertThat(chain.portal().rows().count("audit_entry", "node = ?", chain.node()))
                .isEqualTo(25);
        assertThat(chain.verified().fault()).isPresent();
    }

    @Test
    void letsNobodyChangeARowOnPostgresqlByAnOrdinaryStatement() {
        assumeTrue(kind == TestDatabase.Kind.POSTGRESQL);
        chain.portal().clock().set(Instant.parse("2100-01-01T00:00:00Z")); // younger than six months, whenever that is
        chain.write(1);

        for (String sql : new String[] {
            "update audit_entry set detail = '' where node = '" + chain.node() + "'",
            "delete from audit_entry where node = '" + chain.node() + "' and sequence_number = 21",
            "truncate audit_entry"
        }) {
            assertThatThrownBy(() -> chain.portal().rows().run(sql)).hasStackTraceContaining("only ever added");
        }
    }

    private TraceRow rewriteFrom(long first, long last) {
        TraceRow forged = chain.row(first - 1);
        for (long number = first; number <= last; number++) {
            forged = chain.forge(
                    chain.row(number), "forged", forged.link().orElseThrow().digest());
        }
        return forged;
    }

    /** By way of numbers far away, for the index allows no number twice even for a moment. */
    private void renumber(String to, String where) {
        String far = to.replace("sequence_number", "(-100000 - sequence_number)");
        chain.tamper(
                "update audit_entry set sequence_number = -100000 - sequence_number where node = ? and " + where,
                chain.node());
        chain.tamper(
                "update audit_entry set sequence_number = " + far + " where node = ? and sequence_number < -50000",
                chain.node());
    }

    private void insert(TraceRow like, String previous, long sequence) {
        TraceRow row = new TraceRow(
                        -sequence - like.id(),
                        like.at(),
                        like.node(),
                        like.kind(),
                        like.outcome(),
                        "FORGED",
                        like.account(),
                        like.session(),
                        like.identifier(),
                        like.unit(),
                        like.origin(),
                        like.workstation(),
                        "forged",
                        like.link())
                .after(previous, sequence);
        ChainLink link = row.link().orElseThrow();
        chain.tamper(
                "insert into audit_entry (" + TraceColumns.ALL + ") select ?, at, node, kind, outcome, 'FORGED',"
                        + " account_id, session_id, identifier, unit_code, origin, workstation_id, 'forged', ?, ?, ?"
                        + " from audit_entry where id = ?",
                row.id(),
                link.sequence(),
                link.previous(),
                link.digest(),
                like.id());
    }
}

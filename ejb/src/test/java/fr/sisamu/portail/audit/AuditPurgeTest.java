package fr.sisamu.portail.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sisamu.portail.testdb.Portal;
import fr.sisamu.portail.testdb.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class AuditPurgeTest {

    /** So long ago that PostgreSQL, by its own clock, lets the rows go. */
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    private final TestDatabase database;
    private final Chain chain;

    AuditPurgeTest(TestDatabase.Kind kind) {
        database = TestDatabase.fresh(kind);
        chain = new Chain(kind, database);
        chain.portal().clock().set(LONG_AGO);
    }

    @Test
    void deletesWholeSegmentsAfterTheirTimeAndTheRestStaysProven() throws Exception {
        writeAndSeal(5);
        chain.portal().clock().advance(Duration.ofDays(10));
        writeAndSeal(5);
        chain.write(2);
        chain.portal().clock().set(LONG_AGO.plus(Duration.ofDays(366)));

        purge();

        assertThat(left()).isEqualTo(7 + 1);
        assertThat(chain.row(6).detail()).isEqualTo("n° 0");
        chain.isSound(8);
        assertThat(chain.row(13).kind()).isEqualTo("TRACE_PURGED");
        assertThat(chain.row(13).detail()).contains(chain.node() + ": 5 rows");
    }

    @Test
    void deletesNothingBeforeItsTime() throws Exception {
        writeAndSeal(5);
        chain.portal().clock().set(LONG_AGO.plus(Duration.ofDays(365)));

        purge();

        assertThat(left()).isEqualTo(5);
    }

    @Test
    void keepsRowsThatNoSealCovers() throws Exception {
        chain.write(5);
        chain.portal().clock().set(LONG_AGO.plus(Duration.ofDays(400)));

        purge();

        assertThat(left()).isEqualTo(5);
    }

    @Test
    void purgesAgainAndAgain() throws Exception {
        for (int year = 0; year < 4; year++) {
            writeAndSeal(3);
            chain.portal().clock().advance(Duration.ofDays(366));
            purge();
            assertThat(chain.verified().fault()).isEmpty();
        }

        assertThat(chain.portal().rows().count("audit_seal", "node = ? and kind = 'PURGED'", chain.node()))
                .isEqualTo(1);
    }

    @Test
    void keepsASegmentThatSomebodyHasTouchedAndSaysSo() throws Exception {
        writeAndSeal(5);
        chain.tamper("update audit_entry set detail = 'x' where node = ? and sequence_number = 3", chain.node());
        chain.portal().clock().set(LONG_AGO.plus(Duration.ofDays(366)));

        purge();

        assertThat(left()).isEqualTo(5 + 1);
        assertThat(chain.row(6).outcome()).isEqualTo("REFUSED");
        chain.isBad(ChainFault.Kind.EDITED, 3);
    }

    @Test
    void findsThatMoreWasDeletedThanWasPurged() throws Exception {
        writeAndSeal(5);
        chain.portal().clock().advance(Duration.ofDays(366));
        purge();
        writeAndSeal(5);

        chain.tamper("delete from audit_entry where node = ? and sequence_number < 8", chain.node());
        chain.isBad(ChainFault.Kind.DELETED, 6);
        chain.tamper("update audit_seal set to_sequence = 7 where node = ? and kind = 'PURGED'", chain.node());
        chain.isBad(ChainFault.Kind.SEAL_BROKEN, 1);
    }

    @Test
    void letsTwoNodesPurgeAtOnce() throws Exception {
        for (int i = 0; i < 30; i++) {
            writeAndSeal(2);
        }
        chain.portal().clock().set(LONG_AGO.plus(Duration.ofDays(366)));
        Portal other = new Portal(database).with("portail.node", "other");
        other.clock().set(LONG_AGO.plus(Duration.ofDays(366)));
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try {
            Callable<Void> here = () -> {
                purge();
                return null;
            };
            Callable<Void> there = () -> {
                other.get(AuditPurge.class).purge();
                return null;
            };
            for (Future<Void> purged : nodes.invokeAll(List.of(here, there))) {
                purged.get();
            }
        } finally {
            nodes.shutdownNow();
        }

        assertThat(chain.portal().rows().count("audit_entry", "at < ?", LONG_AGO.plus(Duration.ofDays(1))))
                .isZero();
        assertThat(chain.portal().rows().count("audit_entry", "outcome = 'REFUSED'"))
                .isZero();
        assertThat(chain.portal()
                        .get(AuditVerification.class)
                        .verify(VerificationProgress.UNHEARD)
                        .sound())
                .isTrue();
    }

    @Test
    void purgesTheRowsThatAreOlderThanTheChain() throws Exception {
        chain.portal()
                .rows()
                .run("insert into audit_entry (id, at, node, kind, outcome, support_code, detail) values"
                        + " (1001, timestamp with time zone '2019-12-31 00:00:00+00', 'old', 'LOGIN', 'CPX', 'A', '')");
        chain.write(1);
        chain.portal().clock().set(LONG_AGO.plus(Duration.ofDays(366)));

        purge();

        assertThat(chain.portal().rows().count("audit_entry", "sequence_number is null"))
                .isZero();
        assertThat(chain.portal()
                        .get(AuditVerification.class)
                        .verify(VerificationProgress.UNHEARD)
                        .sound())
                .isTrue();
    }

    @Test
    void knowsWhereItsChainEndedThoughAllItsRowsArePurged() throws Exception {
        writeAndSeal(3);
        Portal other = new Portal(database).with("portail.node", "other");
        other.clock().set(LONG_AGO.plus(Duration.ofDays(366)));
        other.get(AuditPurge.class).purge();
        assertThat(left()).isZero();

        chain.restart();
        chain.write(1);

        assertThat(chain.row(4).detail()).isEqualTo("n° 0");
        chain.isSound(1);
    }

    @Test
    void refusesToKeepLessThanSixMonths() {
        Portal hasty = new Portal(database).with("portail.audit.retention", "P179D");

        assertThatThrownBy(() -> hasty.get(AuditPurge.class).purge()).hasMessageContaining("portail.audit.retention");
    }

    private void writeAndSeal(int rows) throws Exception {
        chain.write(rows);
        chain.seal();
    }

    private void purge() throws Exception {
        chain.portal().get(AuditPurge.class).purge();
    }

    private long left() {
        return chain.portal().rows().count("audit_entry", "node = ?", chain.node());
    }
}

package fr.sisamu.portail.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sisamu.portail.testdb.Portal;
import fr.sisamu.portail.testdb.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class AuditSearchTest {

    /** Accounts that no other test writes about. */
    private static final AtomicLong ACCOUNTS = new AtomicLong(9_000_000);

    private final long account = ACCOUNTS.incrementAndGet();
    private final Portal portal;
    private final AuditTrail trail;
    private final AuditSearch search;

    AuditSearchTest(TestDatabase.Kind kind) {
        portal = new Portal(TestDatabase.of(kind)).with("portail.node", "search");
        trail = portal.get(AuditTrail.class);
        search = portal.get(AuditSearch.class);
    }

    @Test
    void findsByWhateverIsAskedAndByNothingElse() {
        Trace wanted = about(TraceKind.LOGIN, "CPX").unit("FR680").origin("192.0.2.7");
        trail.record(wanted);
        trail.record(about(TraceKind.LOGIN, "OTP").unit("FR680").origin("192.0.2.7"));
        trail.record(about(TraceKind.FAULT, "CPX").unit("FR680").origin("192.0.2.7"));
        trail.record(about(TraceKind.LOGIN, "CPX").unit("FR670").origin("192.0.2.7"));
        trail.record(about(TraceKind.LOGIN, "CPX").unit("FR680").origin("192.0.2.8"));
        trail.record(Trace.of(TraceKind.LOGIN, "CPX").unit("FR680").origin("192.0.2.7"));
        Instant now = portal.clock().instant();
        TraceFilter filter =
                mine().kind(TraceKind.LOGIN).outcome("CPX").unit("FR680").origin("192.0.2.7");

        assertThat(codes(search.page(filter, Optional.empty(), 10)))
                .containsExactly(wanted.supportCode().value());
        assertThat(search.page(TraceFilter.everything().supportCode(wanted.supportCode()), Optional.empty(), 10)
                        .rows())
                .hasSize(1);
        assertThat(search.page(filter.period(now, now.plusSeconds(1)), Optional.empty(), 10)
                        .rows())
                .hasSize(1);
        assertThat(search.page(filter.period(now.minusSeconds(1), now), Optional.empty(), 10)
                        .rows())
                .isEmpty();
    }

    @Test
    void turnsThePagesWithoutLosingOrRepeatingARowThoughNewOnesCome() {
        List<String> written = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            Trace trace = about(TraceKind.LOGIN, "CPX");
            written.add(0, trace.supportCode().value());
            trail.record(trace);
            if (i % 5 == 0) { // so that many rows share one instant
                portal.clock().advance(Duration.ofSeconds(1));
            }
        }

        List<String> read = new ArrayList<>();
        Optional<TraceCursor> after = Optional.empty();
        do {
            TracePage page = search.page(mine(), after, 4);
            read.addAll(codes(page));
            after = page.next().map(TraceCursor::text).flatMap(TraceCursor::parse);
            trail.record(about(TraceKind.LOGIN, "NEW"));
        } while (after.isPresent());

        assertThat(read).isEqualTo(written);
    }

    @Test
    void boundsWhatAPageMayAskFor() {
        trail.record(about(TraceKind.LOGIN, "CPX"));
        trail.record(about(TraceKind.LOGIN, "CPX"));

        assertThat(search.page(mine(), Optional.empty(), 0).rows()).hasSize(1);
        assertThat(search.page(mine(), Optional.empty(), Integer.MAX_VALUE).rows())
                .hasSize(2);
    }

    @Test
    void countsWhatIsFound() {
        trail.record(about(TraceKind.LOGIN, "CPX"));
        trail.record(about(TraceKind.LOGIN, "CPX"));

        assertThat(search.count(mine())).isEqualTo(new TraceCount(2, false));
    }

    @Test
    void countsNoFurtherThanTenThousand() {
        portal.rows()
                .run("insert into audit_entry (id, at, node, kind, outcome, support_code, account_id, detail)"
                        + " select -x - " + account * 100_000
                        + ", timestamp with time zone '2026-01-01 00:00:00+00', 'many',"
                        + " 'LOGIN', 'CPX', 'MANY', " + account + ", '' from " + numbers(10_001));

        assertThat(search.count(mine())).isEqualTo(new TraceCount(10_000, true));
    }

    @Test
    void takesNothingForSqlThatIsData() {
        trail.record(about(TraceKind.LOGIN, "CPX"));

        assertThat(search.page(mine().unit("' or 1=1 --"), Optional.empty(), 10).rows())
                .isEmpty();
    }

    @Test
    void takesNoCursorThatItDidNotMake() {
        for (String text : new String[] {"", "1", "1.2.3", "x.1", "99999999999999999999.1", "1.' or 1=1"}) {
            assertThat(TraceCursor.parse(text)).isEmpty();
        }
        TraceCursor cursor = new TraceCursor(Instant.parse("1969-12-31T23:59:59.999999Z"), 3);
        assertThat(TraceCursor.parse(cursor.text())).contains(cursor);
    }

    @Test
    void saysThatTheDatabaseDidNotAnswer() {
        AuditSearch nowhere = new Portal(TestDatabase.unreachable()).get(AuditSearch.class);

        assertThatThrownBy(() -> nowhere.count(mine())).isInstanceOf(TraceUnreadableException.class);
    }

    private static String numbers(int most) {
        String ten = "(values (0), (1), (2), (3), (4), (5), (6), (7), (8), (9))";
        return "(select row_number() over () as x from " + ten + " a cross join " + ten + " b cross join " + ten
                + " c cross join " + ten + " d cross join (values (0), (1)) e) as n where x <= " + most;
    }

    private Trace about(TraceKind kind, String outcome) {
        return Trace.of(kind, outcome).account(account);
    }

    private TraceFilter mine() {
        return TraceFilter.everything().account(account);
    }

    private static List<String> codes(TracePage page) {
        return page.rows().stream().map(TraceRow::supportCode).toList();
    }
}

package fr.sisamu.portail.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sisamu.portail.testdb.Portal;
import fr.sisamu.portail.testdb.Rows;
import fr.sisamu.portail.testdb.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** PostgreSQL with the rights that docs/exploitation.md advises: the portal's own role cannot unmake its trace. */
class GuardedTableTest {

    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    private final TestDatabase database = TestDatabase.fresh(TestDatabase.Kind.POSTGRESQL);
    private Portal portal;

    @BeforeEach
    void giveTheTableToAGuard() throws SQLException {
        Rows owner = new Portal(database).rows();
        String suffix = UUID.randomUUID().toString().replace("-", "");
        String role = "portail_" + suffix;
        String guard = "guard_" + suffix;
        owner.run("create role " + role + " login");
        owner.run("create role " + guard + " nologin");
        owner.run("grant select, insert, update, delete on all tables in schema public to " + role);
        owner.run("grant usage on all sequences in schema public to " + role);
        owner.run("alter table audit_entry owner to " + guard);
        owner.run("alter function audit_append_only() owner to " + guard);
        owner.run("revoke all on audit_entry from " + role);
        owner.run("grant select, insert, delete on audit_entry to " + role);

        PGSimpleDataSource asPortal = new PGSimpleDataSource();
        try (Connection connection = database.dataSource().getConnection()) {
            asPortal.setURL(connection.getMetaData().getURL());
        }
        asPortal.setUser(role);
        portal = new Portal(TestDatabase.behind(asPortal)).with("portail.node", "guarded");
    }

    @Test
    void letsThePortalWriteAndPurgeItsTrace() throws Exception {
        portal.clock().set(LONG_AGO);
        record();
        portal.get(TraceQueue.class).seal();
        portal.clock().advance(Duration.ofDays(366));

        portal.get(AuditPurge.class).purge();

        assertThat(portal.rows().one("select kind from audit_entry")).isEqualTo("TRACE_PURGED");
        assertThat(portal.get(AuditVerification.class)
                        .verify(VerificationProgress.UNHEARD)
                        .sound())
                .isTrue();
    }

    @Test
    void letsNobodyWithThePortalsPasswordUnmakeIt() {
        portal.clock().set(Instant.parse("2100-01-01T00:00:00Z"));
        record();

        for (String sql : new String[] {
            "update audit_entry set detail = ''",
            "delete from audit_entry",
            "truncate audit_entry",
            "alter table audit_entry disable trigger all",
            "drop trigger audit_entry_append_only on audit_entry",
            "drop table audit_entry",
            "create or replace function audit_append_only() returns trigger language plpgsql as"
                    + " $$ begin return old; end $$",
            "set session_replication_role = replica"
        }) {
            assertThatThrownBy(() -> portal.rows().run(sql)).as(sql).isInstanceOf(IllegalStateException.class);
        }
        assertThat(portal.rows().count("audit_entry", "true")).isEqualTo(1);
    }

    private void record() {
        portal.get(AuditTrail.class).record(Trace.of(TraceKind.LOGIN, "CPX"));
        assertThat(portal.get(TraceQueue.class).waiting()).isZero();
    }
}

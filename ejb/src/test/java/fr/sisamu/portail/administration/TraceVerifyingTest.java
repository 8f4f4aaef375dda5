package fr.sisamu.portail.administration;

import static fr.sisamu.portail.administration.AdministrationWorld.ADMINISTRATOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sisamu.portail.audit.AuditTrail;
import fr.sisamu.portail.audit.AuditVerification;
import fr.sisamu.portail.audit.Trace;
import fr.sisamu.portail.audit.TraceKind;
import fr.sisamu.portail.audit.TraceRow;
import fr.sisamu.portail.audit.TraceUnreadableException;
import fr.sisamu.portail.audit.VerificationProgress;
import fr.sisamu.portail.audit.VerifyReport;
import fr.sisamu.portail.testdb.TestDatabase;
import fr.sisamu.portail.testdb.Threads;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class TraceVerifyingTest {

    final TestDatabase.Kind database;
    final AdministrationWorld world;

    TraceVerifyingTest(TestDatabase.Kind database) {
        this.database = database;
        world = new AdministrationWorld(TestDatabase.fresh(database));
        world.portal.get(AuditTrail.class).record(Trace.of(TraceKind.LOGIN, "CARD"));
        world.portal.get(AuditTrail.class).record(Trace.of(TraceKind.LOGIN, "OTP"));
    }

    TraceVerifying verifying() {
        return world.portal.get(TraceVerifying.class);
    }

    TraceRow newest() {
        return verifying().latest(ADMINISTRATOR).get(0);
    }

    @Test
    void saysThatNobodyHasTouchedTheTraceAndWhoAsked() {
        assertThat(verifying().begin(ADMINISTRATOR)).isTrue();

        assertThat(newest().outcome()).isEqualTo("SOUND");
        assertThat(newest().detail()).contains("by hugo.factice").contains("node1: 3 rows");
        assertThat(verifying().latest(ADMINISTRATOR))
                .extracting(TraceRow::outcome)
                .containsExactly("SOUND", "STARTED");
        assertThat(verifying().running(ADMINISTRATOR)).isEmpty();
    }

    @Test
    void namesTheFirstBadRow() {
        if (database == TestDatabase.Kind.POSTGRESQL) {
            world.rows.run("alter table audit_entry disable trigger all"); // as only its owner can
        }
        world.rows.run("update audit_entry set outcome = 'CARD' where outcome = 'OTP'");

        verifying().begin(ADMINISTRATOR);

        assertThat(newest().outcome()).isEqualTo("EDITED");
        assertThat(newest().detail()).contains("EDITED node1 row 2");
    }

    @Test
    void tellsHowFarItHasComeAndDoesNotBeginTwice() {
        List<Runnable> left = new ArrayList<>();
        world.portal.with(ManagedExecutorService.class, Threads.executor(left::add));

        assertThat(verifying().begin(ADMINISTRATOR)).isTrue();
        assertThat(verifying().begin(ADMINISTRATOR)).isFalse();
        assertThat(verifying().running(ADMINISTRATOR))
                .hasValueSatisfying(check -> assertThat(check.rows()).isZero());
        left.forEach(Runnable::run);

        assertThat(verifying().running(ADMINISTRATOR)).isEmpty();
        assertThat(verifying().begin(ADMINISTRATOR)).isTrue();
    }

    @Test
    void hearsHowManyRowsAreRead() {
        List<RunningCheck> heard = new ArrayList<>();
        verifiedBy(progress -> {
            progress.read(5_000, 20_000);
            verifying().running(ADMINISTRATOR).ifPresent(heard::add);
            progress.read(10_000, 0);
            verifying().running(ADMINISTRATOR).ifPresent(heard::add);
            return new VerifyReport(List.of());
        });

        verifying().begin(ADMINISTRATOR);

        assertThat(heard).extracting(RunningCheck::rows).containsExactly(5_000L, 10_000L);
        assertThat(heard).extracting(RunningCheck::percent).containsExactly(25, 0);
    }

    @Test
    void tracesThatItCouldNotFindOutAndCanBeginAgain() {
        verifiedBy(progress -> {
            throw new TraceUnreadableException(new SQLException("gone"));
        });

        verifying().begin(ADMINISTRATOR);

        assertThat(newest().outcome()).isEqualTo("FAILED");
        assertThat(verifying().begin(ADMINISTRATOR)).isTrue();
    }

    /** Before the services that verify are asked for. */
    private void verifiedBy(Function<VerificationProgress, VerifyReport> verification) {
        world.portal.with(AuditVerification.class, new AuditVerification() {
            @Override
            public VerifyReport verify(VerificationProgress progress) {
                return verification.apply(progress);
            }
        });
    }

    @Test
    void keepsNoPlaceWhenTheServerHasNoThreadToSpare() {
        world.portal.with(ManagedExecutorService.class, Threads.noneToSpare());

        assertThatThrownBy(() -> verifying().begin(ADMINISTRATOR)).hasCauseInstanceOf(RejectedExecutionException.class);

        assertThat(verifying().running(ADMINISTRATOR)).isEmpty();
    }
}

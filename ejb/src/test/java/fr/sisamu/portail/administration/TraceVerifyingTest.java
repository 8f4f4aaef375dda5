package fr.sisamu.portail.administration;

import static fr.sisamu.portail.administration.AdministrationWorld.ADMINISTRATOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sisamu.portail.audit.AuditTrail;
import fr.sisamu.portail.audit.AuditVerification;
import fr.sisamu.portail.audit.Trace;
import fr.sisamu.portail.audit.TraceKind;
import fr.sisamu.portail.audit.TraceUnreadableException;
import fr.sisamu.portail.audit.VerificationProgress;
import fr.sisamu.portail.audit.VerifyReport;
import fr.sisamu.portail.testdb.TestDatabase;
import fr.sisamu.portail.testdb.Threads;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.sql.SQLException;
import java.time.Duration;
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
    final TestDatabase shared;
    final AdministrationWorld world;

    TraceVerifyingTest(TestDatabase.Kind database) {
        this.database = database;
        shared = TestDatabase.fresh(database);
        world = new AdministrationWorld(shared);
        world.portal.get(AuditTrail.class).record(Trace.of(TraceKind.LOGIN, "CARD"));
        world.portal.get(AuditTrail.class).record(Trace.of(TraceKind.LOGIN, "OTP"));
    }

    TraceVerifying verifying() {
        return world.portal.get(TraceVerifying.class);
    }

    PastCheck newest() {
        return verifying().latest(ADMINISTRATOR).get(0);
    }

    @Test
    void saysThatNobodyHasTouchedTheTraceAndWhoAsked() {
        assertThat(verifying().begin(ADMINISTRATOR)).isTrue();

        assertThat(newest().outcome()).isEqualTo("SOUND");
        assertThat(newest().row().detail()).contains("by hugo.factice").contains("node1: 3 rows");
        assertThat(verifying().latest(ADMINISTRATOR))
                .extracting(PastCheck::outcome)
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
        assertThat(newest().row().detail()).contains("EDITED node1 row 2");
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
            world.portal.clock().advance(Duration.ofSeconds(1));
            progress.read(5_000, 20_000);
            verifying().running(ADMINISTRATOR).ifPresent(heard::add);
            progress.read(7_500, 20_000);
            verifying().running(ADMINISTRATOR).ifPresent(heard::add);
            world.portal.clock().advance(Duration.ofSeconds(1));
            progress.read(10_000, 0);
            verifying().running(ADMINISTRATOR).ifPresent(heard::add);
            return new VerifyReport(List.of());
        });

        verifying().begin(ADMINISTRATOR);

        assertThat(heard).extracting(RunningCheck::rows).as("once a second").containsExactly(5_000L, 5_000L, 10_000L);
        assertThat(heard).extracting(RunningCheck::percent).containsExactly(25, 25, 0);
    }

    @Test
    void showsOnEveryNodeHowFarOneHasCome() {
        TraceVerifying elsewhere = onAnotherNode(new ArrayList<>());
        List<PastCheck> seen = new ArrayList<>();
        verifiedBy(progress -> {
            world.portal.clock().advance(Duration.ofSeconds(1));
            progress.read(5_000, 20_000);
            assertThat(elsewhere.running(ADMINISTRATOR)).hasValueSatisfying(check -> {
                assertThat(check.node()).isEqualTo("node1");
                assertThat(check.percent()).isEqualTo(25);
            });
            assertThat(elsewhere.begin(ADMINISTRATOR)).as("one at a time").isFalse();
            seen.addAll(elsewhere.latest(ADMINISTRATOR));
            return new VerifyReport(List.of());
        });

        verifying().begin(ADMINISTRATOR);

        assertThat(seen).extracting(PastCheck::outcome).containsExactly("STARTED");
        assertThat(elsewhere.running(ADMINISTRATOR)).isEmpty();
        assertThat(elsewhere.latest(ADMINISTRATOR))
                .extracting(PastCheck::outcome)
                .containsExactly("SOUND", "STARTED");
    }

    @Test
    void isInterruptedOnceItsNodeGivesNoSignOfLifeAndCanBeBegunAgain() {
        List<Runnable> left = new ArrayList<>();
        verifiedBy(progress -> {
            world.portal.clock().advance(TraceCheck.LEASE.plusSeconds(1));
            TraceVerifying elsewhere = onAnotherNode(left);
            assertThat(elsewhere.running(ADMINISTRATOR)).isEmpty();
            assertThat(elsewhere.latest(ADMINISTRATOR))
                    .extracting(PastCheck::outcome)
                    .containsExactly("INTERRUPTED");
            assertThat(elsewhere.begin(ADMINISTRATOR)).isTrue();
            return new VerifyReport(List.of());
        });

        verifying().begin(ADMINISTRATOR); // its node was only slow

        assertThat(verifying().running(ADMINISTRATOR))
                .as("the one that took the place keeps it")
                .hasValueSatisfying(check -> assertThat(check.node()).isEqualTo("node2"));
        assertThat(newest().outcome()).isEqualTo("SOUND");
        assertThat(left).hasSize(1);
    }

    /** Another node on the same database; what it begins is left undone. */
    private TraceVerifying onAnotherNode(List<Runnable> left) {
        AdministrationWorld other = new AdministrationWorld(shared);
        other.portal.with("portail.node", "node2").with(ManagedExecutorService.class, Threads.executor(left::add));
        other.portal.clock().set(world.portal.clock().instant());
        return other.portal.get(TraceVerifying.class);
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

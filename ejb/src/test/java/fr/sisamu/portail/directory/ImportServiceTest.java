package fr.sisamu.portail.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sisamu.portail.account.AccountId;
import fr.sisamu.portail.audit.AuditTrail;
import fr.sisamu.portail.audit.SupportCode;
import fr.sisamu.portail.directory.Change.Action;
import fr.sisamu.portail.role.DutyRefusedException;
import fr.sisamu.portail.role.Rights;
import fr.sisamu.portail.session.AssuranceLevel;
import fr.sisamu.portail.session.LoginMethod;
import fr.sisamu.portail.session.NewSession;
import fr.sisamu.portail.session.WorkSessionService;
import fr.sisamu.portail.testdb.TestDatabase;
import fr.sisamu.portail.testdb.Threads;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class ImportServiceTest {

    private static final String ACCOUNTS = "identifiant;prenom;nom;identifiants_nationaux;statut";
    private static final String PROFILES = "identifiant;identifiant_national;entite;fonction;telephone;debut;fin";

    final ImportWorld world;

    ImportServiceTest(TestDatabase.Kind database) {
        world = new ImportWorld(database);
    }

    private ImportWorld wholeDirectory() {
        return world.file(
                        FileKind.UNITS,
                        "code;nom;inactivite_minutes",
                        "FR770;CRRA du SAMU 77;30",
                        "FR2A0;CRRA du SAMU 2A;")
                .file(
                        FileKind.ACCOUNTS,
                        ACCOUNTS,
                        "camille.durand;Camille;Durand;899999000013|3999990005/ARM0001;",
                        ";Marie;Martin;899999000021;",
                        ";Marie;Martin;899999000039;actif",
                        "louis.parti;Louis;Parti;899999000047;clos")
                .file(
                        FileKind.PROFILES,
                        PROFILES,
                        "camille.durand;;FR770;Médecin régulateur;oui;01/01/2026;",
                        ";899999000039;FR2A0;Médecin régulateur;non;2026-01-01;2026-12-31")
                .file(FileKind.PHONES, "entite;numero;libelle", "FR770;4101;Poste 1", "FR770;4102;Poste 2");
    }

    @Test
    void givesItsPlaceBackWhenTheServerHasNoThreadToSpare() {
        ManagedExecutorService willing = world.imports.executor;
        long waiting = wholeDirectory().compare().run().id();
        world.imports.executor = Threads.noneToSpare();

        assertThatThrownBy(() -> world.imports.apply(ImportWorld.NIGHTLY, waiting))
                .hasCauseInstanceOf(RejectedExecutionException.class);
        assertThat(world.report(waiting).run().state()).isEqualTo(ImportState.READY);

        assertThatThrownBy(() -> wholeDirectory().compare()).hasCauseInstanceOf(RejectedExecutionException.class);
        assertThat(world.imports.isBusy(ImportWorld.NIGHTLY)).isFalse();
        assertThat(world.imports.history(ImportWorld.NIGHTLY, 1))
                .extracting(ImportRun::state)
                .containsExactly(ImportState.FAILED);

        world.imports.executor = willing;
        wholeDirectory().apply();
    }

    @Test
    void saysWhatItWouldChangeAndChangesNothing() {
        ImportReport report = wholeDirectory().compare();

        assertThat(report.errors()).isEmpty();
        assertThat(report.run().state()).isEqualTo(ImportState.READY);
        assertThat(report.counts())
                .containsExactly(
                        new ChangeCount(FileKind.UNITS, Action.ADDED, 2),
                        new ChangeCount(FileKind.ACCOUNTS, Action.ADDED, 4),
                        new ChangeCount(FileKind.PROFILES, Action.ADDED, 2),
                        new ChangeCount(FileKind.PHONES, Action.ADDED, 2));
        assertThat(report.changes())
                .contains(new Change(
                        FileKind.ACCOUNTS,
                        Action.ADDED,
                        3,
                        "marie.martin",
                        "",
                        "identifiant=marie.martin; prenom=Marie; nom=Martin; statut=ACTIVE"));
        assertThat(world.rows.count("account", "true")).isZero();
        assertThat(world.rows.count("unit", "true")).isZero();
    }

    @Test
    void appliesWhatWasCompared() {
        ImportReport compared = wholeDirectory().compare();

        assertThat(world.imports.apply(ImportWorld.NIGHTLY, compared.run().id()))
                .isTrue();

        assertThat(world.report(compared.run().id()).run().state()).isEqualTo(ImportState.APPLIED);
        assertThat(world.rows.count("account", "status = 'ACTIVE'")).isEqualTo(3);
        assertThat(world.rows.count(
                        "account", "login_name = 'louis.parti' and status = 'CLOSED' and closed_at is not null"))
                .isEqualTo(1);
        assertThat(world.rows.count("account_identifier", "true")).isEqualTo(5);
        assertThat(world.rows.count("unit", "code = 'FR770' and idle_timeout_seconds = 1800"))
                .isEqualTo(1);
        assertThat(world.rows.count("profile", "valid_until = date '2026-12-31' and not needs_phone"))
                .isEqualTo(1);
        assertThat(world.rows.count("phone", "active")).isEqualTo(2);
    }

    @Test
    void changesNothingTheSecondTime() {
        wholeDirectory().apply();

        ImportReport again = wholeDirectory().run(true, true);

        assertThat(again.run().state()).isEqualTo(ImportState.UNCHANGED);
        assertThat(again.counts()).isEmpty();
    }

    @Test
    void numbersPeopleOfOneNameWhoBringNoIdentifierOfTheirOwn() {
        world.rows.run("insert into account (id, login_name, given_name, family_name, status, created_at, version)"
                + " values (1, 'marie.martin', 'Marie', 'Martin', 'ACTIVE', current_timestamp, 1)");

        wholeDirectory().apply();

        assertThat(world.rows.one("select string_agg(login_name, ',' order by login_name) from account"
                        + " where family_name = 'Martin'"))
                .isEqualTo("marie.martin,marie.martin2,marie.martin3");
    }

    @Test
    void showsEachValueBeforeAndAfter() {
        wholeDirectory().apply();

        ImportReport report = world.file(
                        FileKind.ACCOUNTS, ACCOUNTS, "camille.durand;Camille;Durand-Petit;899999000013|899999000062;")
                .file(FileKind.UNITS, "code,nom", "FR770,CRRA de Melun")
                .compare();

        assertThat(report.changes())
                .containsExactly(
                        new Change(
                                FileKind.UNITS, Action.CHANGED, 2, "FR770", "nom=CRRA du SAMU 77", "nom=CRRA de Melun"),
                        new Change(
                                FileKind.ACCOUNTS,
                                Action.CHANGED,
                                2,
                                "camille.durand",
                                "nom=Durand",
                                "nom=Durand-Petit"),
                        new Change(
                                FileKind.ACCOUNTS,
                                Action.IDENTIFIED,
                                2,
                                "camille.durand",
                                "",
                                "identifiants_nationaux=899999000062"));
    }

    @Test
    void keepsTheIdentifierOfWhoeverIsKnownByACard() {
        wholeDirectory().apply();

        world.file(FileKind.ACCOUNTS, "prenom;nom;identifiants_nationaux", "Camille;Petit;3999990005/ARM0001")
                .apply();

        assertThat(world.rows.one("select family_name from account where login_name = 'camille.durand'"))
                .isEqualTo("Petit");
    }

    @Test
    void closesWhoeverACompleteFileNoLongerNamesAndEndsTheirSessions() {
        world.mayClose(50);
        wholeDirectory().apply();
        long camille = Long.parseLong(world.rows.one("select id from account where login_name = 'camille.durand'"));
        long session = world.portal
                .get(WorkSessionService.class)
                .open(new NewSession(
                        new AccountId(camille),
                        LoginMethod.CARD,
                        AssuranceLevel.STRONG,
                        Optional.empty(),
                        "127.0.0.1",
                        SupportCode.random()))
                .sessionId();

        ImportReport report = world.file(
                        FileKind.ACCOUNTS,
                        ACCOUNTS,
                        ";Marie;Martin;899999000021;",
                        ";Marie;Martin;899999000039;",
                        "louis.parti;Louis;Parti;899999000047;")
                .applyComplete();

        assertThat(report.counts()).containsExactly(new ChangeCount(FileKind.ACCOUNTS, Action.CLOSED, 1));
        assertThat(world.rows.one("select status from account where id = ?", camille))
                .isEqualTo("CLOSED");
        assertThat(world.rows.one("select end_reason from work_session where id = ?", session))
                .isEqualTo("ACCOUNT_CLOSED");
        assertThat(world.rows.count("account_identifier", "account_id = ?", camille))
                .isEqualTo(2);
    }

    @Test
    void closesNobodyForTheirAbsenceFromAFileThatDoesNotSayItIsComplete() {
        wholeDirectory().apply();

        ImportReport report = world.file(FileKind.ACCOUNTS, ACCOUNTS, ";Marie;Martin;899999000021;")
                .run(false, true);

        assertThat(report.run().state()).isEqualTo(ImportState.UNCHANGED);
    }

    @Test
    void endsProfilesAndPhonesThatACompleteFileNoLongerNames() {
        world.mayClose(50);
        wholeDirectory().apply();

        world.file(FileKind.PROFILES, PROFILES, "camille.durand;;FR770;Médecin régulateur;oui;01/01/2026;")
                .file(FileKind.PHONES, "entite;numero;libelle", "FR770;4101;Poste 1")
                .applyComplete();

        LocalDate yesterday = LocalDate.parse("2026-03-01");
        assertThat(world.rows.count("profile", "valid_until = ?", yesterday)).isEqualTo(1);
        assertThat(world.rows.one("select number from phone where not active")).isEqualTo("4102");
    }

    @Test
    void neverClosesAnAdministrator() {
        world.mayClose(100);
        wholeDirectory().apply();
        world.rows.run("insert into account_role (account_id, role, scope, granted_at)"
                + " select id, 'ADMINISTRATOR', 0, created_at from account where login_name = 'camille.durand'");

        world.file(FileKind.ACCOUNTS, ACCOUNTS, ";Marie;Martin;899999000021;").applyComplete();
        ImportReport byLine = world.file(FileKind.ACCOUNTS, ACCOUNTS, "camille.durand;Camille;Durand;;clos")
                .compare();

        assertThat(world.rows.one("select status from account where login_name = 'camille.durand'"))
                .isEqualTo("ACTIVE");
        assertThat(byLine.errors()).extracting(LineError::reason).containsExactly(LineReason.ADMINISTRATOR);
    }

    @Test
    void refusesAFileThatWouldCloseTooMany() {
        wholeDirectory().apply();

        ImportReport report = world.file(FileKind.ACCOUNTS, ACCOUNTS, ";Marie;Martin;899999000021;")
                .run(true, true);

        assertThat(report.run().state()).isEqualTo(ImportState.REFUSED);
        assertThat(report.errors())
                .containsExactly(new LineError(
                        FileKind.ACCOUNTS, 0, Optional.empty(), LineReason.TOO_MANY_CLOSED, "2/3 > 10 %"));
        assertThat(world.rows.count("account", "status = 'ACTIVE'")).isEqualTo(3);
    }

    @Test
    void reopensAnAccountOnlyWhenTheLineSaysSo() {
        wholeDirectory().apply();

        ImportReport silent = world.file(FileKind.ACCOUNTS, ACCOUNTS, "louis.parti;Louis;Parti;899999000047;")
                .run(false, true);
        world.file(FileKind.ACCOUNTS, ACCOUNTS, "louis.parti;Louis;Parti;899999000047;Actif")
                .apply();

        assertThat(silent.run().state()).isEqualTo(ImportState.UNCHANGED);
        assertThat(world.rows.count(
                        "account", "login_name = 'louis.parti' and status = 'ACTIVE' and closed_at is null"))
                .isEqualTo(1);
    }

    @Test
    void comparesAnewWhenTheDirectoryChangedMeanwhile() {
        ImportReport compared = wholeDirectory().compare();
        world.rows.run("insert into unit (id, code, name, idle_timeout_seconds, version)"
                + " values (7, 'FR770', 'Saisie entre-temps', 3600, 1)");

        world.imports.apply(ImportWorld.NIGHTLY, compared.run().id());

        ImportReport moved = world.report(compared.run().id());
        assertThat(moved.run().state()).isEqualTo(ImportState.MOVED);
        assertThat(moved.counts()).contains(new ChangeCount(FileKind.UNITS, Action.CHANGED, 1));
        assertThat(world.rows.count("account", "true")).isZero();
        assertThat(world.imports.apply(ImportWorld.NIGHTLY, compared.run().id()))
                .isTrue();
        assertThat(world.rows.count("account", "true")).isEqualTo(4);
    }

    @Test
    void runsOneImportAtATime() {
        world.rows.run(
                "insert into directory_import (id, running, state, complete, at_once, actor, support_code,"
                        + " started_at, touched_at, rows_read, octets_read, octets_total, errors)"
                        + " values (-1, 1, 'READING', false, false, 'autre', 'X', ?, ?, 0, 0, 0, 0)",
                world.portal.clock().instant(),
                world.portal.clock().instant());
        HandedFile file = world.handed(FileKind.UNITS, "code;nom".getBytes(StandardCharsets.UTF_8));

        assertThat(world.imports.begin(ImportWorld.NIGHTLY, List.of(file), false, false))
                .isEmpty();
        assertThat(file.path()).doesNotExist();
        assertThat(world.imports.isBusy(ImportWorld.NIGHTLY)).isTrue();

        world.portal.clock().advance(ImportRuns.LEASE.plus(Duration.ofSeconds(1)));
        wholeDirectory().apply();
        assertThat(world.rows.one("select state from directory_import where id = -1"))
                .isEqualTo("FAILED");
    }

    @Test
    void takesThePlaceOfAnImportThatWaits() {
        ImportReport first = wholeDirectory().compare();
        ImportReport second = wholeDirectory().compare();

        assertThat(world.report(first.run().id()).run().state()).isEqualTo(ImportState.REPLACED);
        assertThat(world.imports.apply(ImportWorld.NIGHTLY, first.run().id())).isFalse();
        assertThat(world.imports.cancel(ImportWorld.NIGHTLY, second.run().id())).isTrue();
        assertThat(world.imports.apply(ImportWorld.NIGHTLY, second.run().id())).isFalse();
    }

    @Test
    void grantsTheRequestOfWhoeverWaited() {
        world.rows.run(
                "insert into account_request values ('899999000013', 'C', 'D', 'CPS', ?, ?, 1, 'X', 'WAITING', 1)",
                world.portal.clock().instant(),
                world.portal.clock().instant());

        wholeDirectory().apply();

        assertThat(world.rows.one("select status from account_request")).isEqualTo("GRANTED");
    }

    @Test
    void tracesWhoWithWhichFilesAndWhatCameOfIt() {
        ImportReport report = wholeDirectory().apply();

        String details = world.portal
                .get(AuditTrail.class)
                .find(new SupportCode(report.run().supportCode()))
                .toString();

        assertThat(details)
                .contains(
                        "by rh", "accounts.csv SHA-256 " + report.files().get(1).digest())
                .contains("ACCOUNTS ADDED 4", "active accounts before 0, after 3");
    }

    @Test
    void failsAsAWholeWhenTheDatabaseRefusesARow() {
        ImportReport compared = wholeDirectory().compare();
        world.rows.run("alter table phone add constraint no_such_phone check (number <> '4102')");
        try {
            world.imports.apply(ImportWorld.NIGHTLY, compared.run().id());

            ImportReport failed = world.report(compared.run().id());
            assertThat(failed.run().state()).isEqualTo(ImportState.FAILED);
            assertThat(world.rows.count("account", "true")).isZero();
            assertThat(world.rows.count("unit", "true")).isZero();
            assertThat(world.portal
                            .get(AuditTrail.class)
                            .find(new SupportCode(failed.run().supportCode())))
                    .anySatisfy(event -> assertThat(event.trace().outcome()).isEqualTo("FAILED"));
        } finally {
            world.rows.run("alter table phone drop constraint no_such_phone");
        }
    }

    @Test
    void isForThoseWhoMayImport() {
        Rights none = Rights.ofToken("autre", Set.of());
        ImportReport waiting = wholeDirectory().compare();
        long id = waiting.run().id();

        assertThatThrownBy(() -> world.imports.begin(none, List.of(), false, false))
                .isInstanceOf(DutyRefusedException.class);
        assertThatThrownBy(() -> world.imports.apply(none, id)).isInstanceOf(DutyRefusedException.class);
        assertThatThrownBy(() -> world.imports.cancel(none, id)).isInstanceOf(DutyRefusedException.class);
        assertThatThrownBy(() -> world.imports.find(none, id)).isInstanceOf(DutyRefusedException.class);
        assertThatThrownBy(() -> world.imports.findRun(none, id)).isInstanceOf(DutyRefusedException.class);
        assertThatThrownBy(() -> world.imports.history(none, 5)).isInstanceOf(DutyRefusedException.class);
        assertThatThrownBy(() -> world.imports.isBusy(none)).isInstanceOf(DutyRefusedException.class);
    }
}

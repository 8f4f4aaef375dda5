package fr.sisamu.portail.directory;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.testdb.TestDatabase;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What only the database can see: lines that contradict one another, or what is there already. */
@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class LineRefusalTest {

    private static final String ACCOUNTS = "identifiant;prenom;nom;identifiants_nationaux;statut";
    private static final String PROFILES = "identifiant;identifiant_national;entite;fonction;debut;fin";

    final ImportWorld world;

    LineRefusalTest(TestDatabase.Kind database) {
        world = new ImportWorld(database);
        world.file(FileKind.UNITS, "code;nom", "FR770;CRRA du SAMU 77")
                .file(
                        FileKind.ACCOUNTS,
                        ACCOUNTS,
                        "marie.martin;Marie;Martin;899999000013;",
                        "paul.petit;Paul;Petit;899999000021;")
                .apply();
    }

    private void refuses(LineReason reason, long line, String column, String detail) {
        ImportReport report = world.compare();

        assertThat(report.run().state()).isEqualTo(ImportState.REFUSED);
        assertThat(report.errors())
                .contains(new LineError(
                        report.files().get(report.files().size() - 1).kind(),
                        line,
                        Optional.ofNullable(column),
                        reason,
                        detail));
        assertThat(report.counts()).isEmpty();
        assertThat(world.imports.apply(ImportWorld.NIGHTLY, report.run().id())).isFalse();
    }

    @Test
    void refusesOneUnitOnTwoLines() {
        world.file(FileKind.UNITS, "code;nom", "FR771;Un", "FR771;Deux");
        refuses(LineReason.DUPLICATE_CODE, 3, "code", "FR771");
    }

    @Test
    void refusesTwoPeopleForOneLoginName() {
        world.file(FileKind.ACCOUNTS, ACCOUNTS, "jean.blanc;Jean;Blanc;;", "jean.blanc;Jeanne;Blanc;;");
        refuses(LineReason.DUPLICATE_LOGIN, 2, "identifiant", "jean.blanc");
    }

    @Test
    void refusesALoginNameWhoseOwnerHasOtherIdentifiers() {
        world.file(FileKind.ACCOUNTS, ACCOUNTS, "marie.martin;Marie;Martin;899999000039;");
        refuses(LineReason.LOGIN_OF_ANOTHER, 2, "identifiant", "marie.martin");
    }

    @Test
    void refusesToGiveSomebodyTheLoginNameOfAnother() {
        world.file(FileKind.ACCOUNTS, ACCOUNTS, "marie.martin;Paul;Petit;899999000021;");
        refuses(LineReason.LOGIN_OF_ANOTHER, 2, "identifiant", "marie.martin");
    }

    @Test
    void refusesOneIdentifierOnTwoLines() {
        world.file(FileKind.ACCOUNTS, ACCOUNTS, "a.a;A;A;899999000039;", "b.b;B;B;899999000039;");
        refuses(LineReason.DUPLICATE_IDENTIFIER, 3, "identifiants_nationaux", "899999000039");
    }

    @Test
    void refusesIdentifiersThatTwoAccountsHold() {
        world.file(FileKind.ACCOUNTS, ACCOUNTS, ";Marie;Martin;899999000013|899999000021;");
        refuses(LineReason.IDENTIFIERS_OF_TWO_ACCOUNTS, 2, "identifiants_nationaux", "paul.petit");
    }

    @Test
    void refusesTwoLinesAboutOneAccount() {
        world.file(FileKind.ACCOUNTS, ACCOUNTS, "marie.martin;Marie;Martin;;", ";Marie;Martin;899999000013;");
        refuses(LineReason.ONE_ACCOUNT_TWICE, 3, null, "marie.martin");
    }

    @Test
    void refusesProfilesOfNobody() {
        world.file(FileKind.PROFILES, PROFILES, "no.body;;FR770;ARM;;");
        refuses(LineReason.UNKNOWN_PERSON, 2, null, "no.body");
    }

    @Test
    void refusesAProfileWhoseTwoKeysNameTwoPeople() {
        world.file(FileKind.PROFILES, PROFILES, "marie.martin;899999000021;FR770;ARM;;");
        refuses(LineReason.TWO_PEOPLE, 2, "identifiant", "marie.martin");
    }

    @Test
    void refusesUnknownUnits() {
        world.file(FileKind.PROFILES, PROFILES, "marie.martin;;FR999;ARM;;");
        refuses(LineReason.UNKNOWN_UNIT, 2, "entite", "FR999");
        world.file(FileKind.PHONES, "entite;numero;libelle", "FR999;4101;Poste 1");
        refuses(LineReason.UNKNOWN_UNIT, 2, "entite", "FR999");
    }

    @Test
    void refusesAnEndBeforeTheStart() {
        world.file(FileKind.PROFILES, PROFILES, "marie.martin;;FR770;ARM;02/01/2026;01/01/2026");
        refuses(LineReason.END_BEFORE_START, 2, "fin", "2026-01-01");
    }

    @Test
    void refusesAnEndBeforeTodayForAProfileThatBeginsToday() {
        world.file(FileKind.PROFILES, PROFILES, "marie.martin;;FR770;ARM;;01/01/2026");
        refuses(LineReason.END_BEFORE_START, 2, "fin", "2026-01-01");
    }

    @Test
    void refusesOneProfileOnTwoLines() {
        world.file(FileKind.PROFILES, PROFILES, "marie.martin;;FR770;ARM;;", ";899999000013;FR770;ARM;;");
        refuses(LineReason.DUPLICATE_PROFILE, 3, null, "ARM");
    }

    @Test
    void refusesOnePhoneOnTwoLines() {
        world.file(FileKind.PHONES, "entite;numero;libelle", "FR770;4101;Un", "FR770;41 01;Deux");
        refuses(LineReason.DUPLICATE_PHONE, 3, "numero", "4101");
    }

    @Test
    void appliesNothingOfAFileWithOneBadLine() {
        ImportReport report = world.file(
                        FileKind.ACCOUNTS, ACCOUNTS, "jean.blanc;Jean;Blanc;;", "<b>;Jeanne;Blanc;;", "x;Y")
                .run(false, true);

        assertThat(report.errors())
                .containsExactly(
                        new LineError(FileKind.ACCOUNTS, 3, Optional.of("identifiant"), LineReason.BAD_LOGIN, "<b>"),
                        new LineError(FileKind.ACCOUNTS, 4, Optional.empty(), LineReason.FIELD_COUNT, "2 / 5"));
        assertThat(world.rows.count("account", "login_name = 'jean.blanc'")).isZero();
    }

    @Test
    void showsTheFirstOfManyBadLinesAndCountsTheRest() {
        String[] lines = new String[1001];
        lines[0] = ACCOUNTS;
        for (int i = 1; i <= 1000; i++) {
            lines[i] = "a.b;=1+1;B;;";
        }

        ImportReport report = world.file(FileKind.ACCOUNTS, lines).compare();

        assertThat(report.run().errors()).isEqualTo(1000);
        assertThat(report.errors()).hasSize(LineErrors.SHOWN);
        assertThat(report.run().rowsRead()).isEqualTo(1000);
        assertThat(report.run().percent()).isEqualTo(100);
    }

    @Test
    void namesTheFileThatIsNoFileOfValues() {
        byte[] zip = {'P', 'K', 3, 4, 0, 0};

        assertThat(world.file(FileKind.PHONES, zip).compare().errors())
                .isEqualTo(List.of(new LineError(FileKind.PHONES, 0, Optional.empty(), LineReason.COMPRESSED, "")));
    }
}

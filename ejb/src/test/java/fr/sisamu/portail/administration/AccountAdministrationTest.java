package fr.sisamu.portail.administration;

import static fr.sisamu.portail.administration.AdministrationWorld.ADMINISTRATOR;
import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.account.Account;
import fr.sisamu.portail.account.AccountId;
import fr.sisamu.portail.account.AccountSheet;
import fr.sisamu.portail.audit.SupportCode;
import fr.sisamu.portail.session.AssuranceLevel;
import fr.sisamu.portail.session.LoginMethod;
import fr.sisamu.portail.session.NewSession;
import fr.sisamu.portail.session.OpenedSession;
import fr.sisamu.portail.session.WorkSessionService;
import fr.sisamu.portail.testdb.Rows;
import fr.sisamu.portail.testdb.TestDatabase;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class AccountAdministrationTest {

    final AdministrationWorld world;
    final Rows rows;
    final AccountAdministration accounts;
    final IdentifierAdministration identifiers;

    AccountAdministrationTest(TestDatabase.Kind database) {
        world = new AdministrationWorld(database);
        rows = world.rows;
        accounts = world.portal.get(AccountAdministration.class);
        identifiers = world.portal.get(IdentifierAdministration.class);
    }

    AccountSheet sheet(AccountId id) {
        return accounts.sheet(ADMINISTRATOR, id).orElseThrow();
    }

    AccountId create(String givenName, String familyName, String identifier) {
        return ((AccountCreation.Created) accounts.create(ADMINISTRATOR, givenName, familyName, identifier)).id();
    }

    String freshIdentifier() {
        return "2TEST" + rows.one("select nextval('profile_seq')") + "X" + System.identityHashCode(this);
    }

    @Test
    void makesAnAccountAndTracesIt() {
        String identifier = freshIdentifier();

        AccountId id = create(" Zoé ", "Lemoine’Factice", identifier);

        Account account = sheet(id).account();
        assertThat(account.loginName()).startsWith("zoe.lemoine-factice");
        assertThat(account.givenName()).isEqualTo("Zoé");
        assertThat(world.traced(id))
                .isEqualTo(
                        "CREATED by hugo.factice; after " + account.loginName() + " Zoé Lemoine’Factice " + identifier);
    }

    @Test
    void refusesNamesAndIdentifiersThatAreNone() {
        String held = freshIdentifier();
        create("Zoé", "Factice", held);

        assertThat(accounts.create(ADMINISTRATOR, " ", "Factice", ""))
                .isEqualTo(new AccountCreation.Refused(AccountCreation.Reason.NAME));
        assertThat(accounts.create(ADMINISTRATOR, "Zoé", "F".repeat(101), ""))
                .isEqualTo(new AccountCreation.Refused(AccountCreation.Reason.NAME));
        assertThat(accounts.create(ADMINISTRATOR, "Zoé", "Factice", "899999000014"))
                .as("a wrong Luhn key")
                .isEqualTo(new AccountCreation.Refused(AccountCreation.Reason.IDENTIFIER));
        assertThat(accounts.create(ADMINISTRATOR, "Zoé", "Factice", held))
                .isEqualTo(new AccountCreation.Refused(AccountCreation.Reason.IDENTIFIER_HELD));
    }

    @Test
    void keepsAsTextWhateverANameHolds() {
        AccountId id = create("<b>Zoé</b>", "Factice & Cie", "");

        assertThat(sheet(id).account().displayName()).isEqualTo("<b>Zoé</b> Factice & Cie");
    }

    @Test
    void tellsTheSecondOfTwoAdministratorsAndLosesNothing() {
        AccountId id = world.account("Marie", "Factice");
        int read = sheet(id).version();

        assertThat(accounts.rename(ADMINISTRATOR, id, read, "Maria", "Factice")).isEqualTo(Change.SAVED);
        assertThat(accounts.rename(ADMINISTRATOR, id, read, "Marine", "Factice"))
                .isEqualTo(Change.CHANGED_MEANWHILE);

        assertThat(sheet(id).account().givenName()).isEqualTo("Maria");
        assertThat(world.traced(id)).isEqualTo("RENAMED by hugo.factice; before Marie Factice, after Maria Factice");
    }

    @Test
    void closesAnAccountWithItsSessionsAndOpensItAgain() {
        AccountId id = world.account("Marie", "Factice");
        WorkSessionService sessions = world.portal.get(WorkSessionService.class);
        OpenedSession session = sessions.open(new NewSession(
                id, LoginMethod.CARD, AssuranceLevel.STRONG, Optional.empty(), "192.0.2.1", SupportCode.random()));

        assertThat(accounts.close(ADMINISTRATOR, id)).isEqualTo(Change.SAVED);

        assertThat(sessions.find(session.token())).isEmpty();
        assertThat(rows.one("select end_reason from work_session where id = ?", session.sessionId()))
                .isEqualTo("ACCOUNT_CLOSED");
        assertThat(accounts.close(ADMINISTRATOR, id)).isEqualTo(Change.UNCHANGED);
        assertThat(accounts.reopen(ADMINISTRATOR, id)).isEqualTo(Change.SAVED);
        assertThat(world.traced(id)).startsWith("REOPENED");
        assertThat(accounts.reopen(ADMINISTRATOR, id)).isEqualTo(Change.UNCHANGED);
    }

    @Test
    void doesNotCloseTheLastAdministrator() {
        rows.run("delete from account_role");
        AccountId id = world.account("Hugo", "Factice");
        rows.run("insert into account_role values (?, 'ADMINISTRATOR', 0, null, current_timestamp)", id.value());

        assertThat(accounts.close(ADMINISTRATOR, id)).isEqualTo(Change.LAST_ADMINISTRATOR);

        assertThat(sheet(id).account().closed()).isFalse();
        assertThat(world.traced(id)).startsWith("LAST_ADMINISTRATOR");
        rows.run("delete from account_role");
    }

    @Test
    void showsBothAccountsBeforeItMovesAnIdentifier() {
        AccountId from = world.account("Marie", "Factice");
        AccountId to = world.account("Maria", "Factice");
        String identifier = freshIdentifier();
        assertThat(identifiers.add(ADMINISTRATOR, from, identifier)).isInstanceOf(IdentifierChange.Saved.class);

        IdentifierChange conflict = identifiers.add(ADMINISTRATOR, to, identifier);

        assertThat(conflict).isEqualTo(new IdentifierChange.HeldBy(sheet(from).account()));
        assertThat(sheet(to).identifiers()).isEmpty();
        assertThat(identifiers.move(ADMINISTRATOR, identifier, from, to)).isInstanceOf(IdentifierChange.Saved.class);
        assertThat(sheet(to).identifiers()).hasSize(1);
        assertThat(sheet(from).identifiers()).isEmpty();
        assertThat(world.traced(from)).startsWith("IDENTIFIER_LOST").contains(identifier);
        assertThat(world.traced(to)).startsWith("IDENTIFIER_MOVED").contains(identifier);
    }

    @Test
    void movesNoIdentifierThatHasGoneElsewhere() {
        AccountId from = world.account("Marie", "Factice");
        AccountId to = world.account("Maria", "Factice");
        String identifier = freshIdentifier();
        identifiers.add(ADMINISTRATOR, to, identifier);

        assertThat(identifiers.move(ADMINISTRATOR, identifier, from, to)).isInstanceOf(IdentifierChange.Gone.class);
        assertThat(identifiers.move(ADMINISTRATOR, identifier, to, new AccountId(-1)))
                .isInstanceOf(IdentifierChange.Gone.class);
        assertThat(identifiers.remove(ADMINISTRATOR, from, identifier)).isInstanceOf(IdentifierChange.Gone.class);
        assertThat(identifiers.add(ADMINISTRATOR, to, "hello")).isInstanceOf(IdentifierChange.Malformed.class);
    }
}

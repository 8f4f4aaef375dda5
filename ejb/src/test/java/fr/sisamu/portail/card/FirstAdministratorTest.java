package fr.sisamu.portail.card;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.testdb.Portal;
import fr.sisamu.portail.testdb.Rows;
import fr.sisamu.portail.testdb.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class FirstAdministratorTest {

    static final String CARD = "cpe-administrateur";
    static final String IDENTIFIER = "3999990005/ADM0001";

    final Portal portal;
    final Rows rows;
    final TestDatabase.Kind database;

    FirstAdministratorTest(TestDatabase.Kind database) {
        this.database = database;
        portal = portal(IDENTIFIER);
        rows = portal.rows();
    }

    Portal portal(String firstCard) {
        return CardWorld.portal(database, CardWorld.IGC.personnesAuthorities())
                .with("portail.administration.first-card", firstCard);
    }

    @BeforeEach
    @AfterEach
    void forgetEverybody() {
        rows.run("delete from account_request where identifier = ?", IDENTIFIER);
        rows.run("delete from account_role");
        rows.run("update account_identifier set identifier = 'former/' || account_id where identifier = ?", IDENTIFIER);
    }

    static Presentation show(Portal portal, String card) {
        PresentationService presentations = portal.get(PresentationService.class);
        return presentations.present(presentations.begin().nonce(), List.of(CardWorld.card(card)), "192.0.2.17");
    }

    long administrators() {
        return rows.count(
                "account_role r join account_identifier i on i.account_id = r.account_id",
                "r.role = 'ADMINISTRATOR' and i.identifier = ?",
                IDENTIFIER);
    }

    @Test
    void makesAnAccountFromTheCardThatTheSettingNames() {
        Presentation.Ticket ticket = (Presentation.Ticket) show(portal, CARD);

        assertThat(administrators()).isEqualTo(1);
        assertThat(rows.one(
                        "select login_name || '|' || given_name || '|' || family_name from account a"
                                + " join account_identifier i on i.account_id = a.id where identifier = ?",
                        IDENTIFIER))
                .matches("hugo\\.administrateur-factice\\d*\\|HUGO\\|ADMINISTRATEUR FACTICE");
        assertThat(rows.one(
                        "select detail from audit_entry where kind = 'ROLE_CHANGED' and support_code = ?",
                        ticket.supportCode().value()))
                .isEqualTo("by setting; account made from the card");
        assertThat(rows.count("account_request", "identifier = ?", IDENTIFIER)).isZero();
    }

    @Test
    void givesTheRoleToTheAccountThatIsThere() {
        long hugo = CardWorld.account(rows, IDENTIFIER);

        assertThat(show(portal, CARD)).isInstanceOf(Presentation.Ticket.class);

        assertThat(rows.count("account_role", "account_id = ?", hugo)).isEqualTo(1);
    }

    @Test
    void appointsNobodyWhileThereIsAnAdministrator() {
        long other = rows.account("Alix", "Factice");
        rows.run("insert into account_role values (?, 'ADMINISTRATOR', 0, null, current_timestamp)", other);

        assertThat(show(portal, CARD)).isInstanceOf(Presentation.Refused.class);
        assertThat(administrators()).isZero();
    }

    @Test
    void appointsAgainWhenTheOnlyAdministratorIsClosed() {
        long other = rows.account("Alix", "Factice");
        rows.run("insert into account_role values (?, 'ADMINISTRATOR', 0, null, current_timestamp)", other);
        rows.run("update account set status = 'CLOSED' where id = ?", other);

        assertThat(show(portal, CARD)).isInstanceOf(Presentation.Ticket.class);
        assertThat(administrators()).isEqualTo(1);
    }

    @Test
    void appointsNoOtherCardAndNobodyWithoutTheSetting() {
        show(portal, "cpe-arm-auth");
        show(portal(""), CARD);

        assertThat(rows.count("account_role", "true")).isZero();
    }

    @Test
    void keepsAClosedAccountClosed() {
        long hugo = CardWorld.account(rows, IDENTIFIER);
        rows.run("update account set status = 'CLOSED' where id = ?", hugo);

        Presentation.Refused refused = (Presentation.Refused) show(portal, CARD);

        assertThat(refused.reason()).isEqualTo(CardRefusal.ACCOUNT_CLOSED);
        assertThat(rows.count("account_role", "true")).isZero();
    }
}

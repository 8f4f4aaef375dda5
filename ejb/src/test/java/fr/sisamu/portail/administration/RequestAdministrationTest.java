package fr.sisamu.portail.administration;

import static fr.sisamu.portail.administration.AdministrationWorld.ADMINISTRATOR;
import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.account.AccessRequest;
import fr.sisamu.portail.account.AccountId;
import fr.sisamu.portail.account.AccountService;
import fr.sisamu.portail.account.NationalIdentifier;
import fr.sisamu.portail.account.WaitingRequest;
import fr.sisamu.portail.audit.SupportCode;
import fr.sisamu.portail.testdb.TestDatabase;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class RequestAdministrationTest {

    static final AtomicLong NEXT = new AtomicLong();

    final AdministrationWorld world;
    final RequestAdministration requests;
    final AccountService accounts;
    final NationalIdentifier stranger = new NationalIdentifier("2STRANGER" + NEXT.getAndIncrement());

    RequestAdministrationTest(TestDatabase.Kind database) {
        world = new AdministrationWorld(database);
        requests = world.portal.get(RequestAdministration.class);
        accounts = world.portal.get(AccountService.class);
    }

    @BeforeEach
    void aStrangerShowsACard() {
        world.rows.run("delete from account_request");
        accounts.requestAccess(new AccessRequest(stranger, "ZOÉ", "INCONNUE", "CPS", SupportCode.random()));
    }

    @Test
    void givesTheHolderAnAccount() {
        assertThat(requests.waiting(ADMINISTRATOR))
                .extracting(WaitingRequest::identifier)
                .containsExactly(stranger);

        RequestDecision decision = requests.grant(ADMINISTRATOR, stranger.value());

        AccountId account = accounts.find(stranger).orElseThrow().id();
        assertThat(decision).isEqualTo(new RequestDecision.Granted(account));
        assertThat(requests.waiting(ADMINISTRATOR)).isEmpty();
        assertThat(world.traced(account))
                .isEqualTo("GRANTED by hugo.factice; " + stranger.value() + " before waiting, after granted");
    }

    @Test
    void linksTheCardToAnAccountThatIsThere() {
        AccountId known = world.account("Zoé", "Connue");

        assertThat(requests.link(ADMINISTRATOR, stranger.value(), known)).isEqualTo(new RequestDecision.Granted(known));

        assertThat(accounts.find(stranger).orElseThrow().id()).isEqualTo(known);
    }

    @Test
    void linksNothingToAClosedAccountOrToNone() {
        AccountId closed = world.account("Zoé", "Partie");
        world.rows.run("update account set status = 'CLOSED' where id = ?", closed.value());

        assertThat(requests.link(ADMINISTRATOR, stranger.value(), closed))
                .isInstanceOf(RequestDecision.AccountClosed.class);
        assertThat(requests.link(ADMINISTRATOR, stranger.value(), new AccountId(-1)))
                .isInstanceOf(RequestDecision.Gone.class);
        assertThat(requests.waiting(ADMINISTRATOR)).hasSize(1);
    }

    @Test
    void rejectsForGood() {
        assertThat(requests.reject(ADMINISTRATOR, stranger.value())).isInstanceOf(RequestDecision.Rejected.class);

        assertThat(requests.waiting(ADMINISTRATOR)).isEmpty();
        assertThat(world.rows.one(
                        "select outcome from audit_entry where identifier = ? order by id desc", stranger.value()))
                .isEqualTo("REJECTED");
    }

    @Test
    void decidesOnce() {
        requests.reject(ADMINISTRATOR, stranger.value());

        assertThat(requests.grant(ADMINISTRATOR, stranger.value())).isInstanceOf(RequestDecision.Gone.class);
        assertThat(requests.reject(ADMINISTRATOR, stranger.value())).isInstanceOf(RequestDecision.Gone.class);
        assertThat(requests.grant(ADMINISTRATOR, "")).isInstanceOf(RequestDecision.Gone.class);
        assertThat(requests.grant(ADMINISTRATOR, "x".repeat(5000))).isInstanceOf(RequestDecision.Gone.class);
        assertThat(accounts.find(stranger)).isEmpty();
    }
}

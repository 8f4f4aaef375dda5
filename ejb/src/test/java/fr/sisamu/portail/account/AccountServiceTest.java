package fr.sisamu.portail.account;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.audit.SupportCode;
import fr.sisamu.portail.testdb.Portal;
import fr.sisamu.portail.testdb.Rows;
import fr.sisamu.portail.testdb.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class AccountServiceTest {

    final Portal portal;
    final Rows rows;
    final AccountService accounts;

    AccountServiceTest(TestDatabase.Kind database) {
        portal = new Portal(TestDatabase.of(database));
        rows = portal.rows();
        accounts = portal.get(AccountService.class);
    }

    @Test
    void findsTheAccountByEachOfItsIdentifiers() {
        long id = rows.account("Camille", "Durand");
        NationalIdentifier former = new NationalIdentifier(rows.identifier(id));
        NationalIdentifier present = new NationalIdentifier(rows.identifier(id));

        assertThat(accounts.find(former)).isEqualTo(accounts.find(present)).isPresent();
        assertThat(accounts.find(former).orElseThrow().displayName()).isEqualTo("Camille Durand");
        assertThat(accounts.find(new AccountId(id))).isEqualTo(accounts.find(former));
    }

    @Test
    void findsNobodyUnderAnUnknownIdentifier() {
        assertThat(accounts.find(new NationalIdentifier("0"))).isEmpty();
        assertThat(accounts.find(new AccountId(-1))).isEmpty();
    }

    @Test
    void saysThatAnAccountIsClosed() {
        long id = rows.account("Camille", "Durand");
        rows.run("update account set status = 'CLOSED' where id = ?", id);

        assertThat(accounts.find(new AccountId(id)).orElseThrow().closed()).isTrue();
    }

    @Test
    void remembersTheFirstCardOnly() {
        AccountId id = new AccountId(rows.account("Camille", "Durand"));
        assertThat(accounts.find(id).orElseThrow().cardSeen()).isFalse();

        accounts.cardSeen(id);
        String first = rows.one("select card_seen_at from account where id = ?", id.value());
        portal.clock().advance(Duration.ofDays(1));
        accounts.cardSeen(id);

        assertThat(accounts.find(id).orElseThrow().cardSeen()).isTrue();
        assertThat(rows.one("select card_seen_at from account where id = ?", id.value()))
                .isEqualTo(first);
    }

    @Test
    void keepsOneRequestForAStrangerAndCountsItsAttempts() {
        NationalIdentifier stranger = new NationalIdentifier(
                "9" + System.identityHashCode(portal) + portal.clock().instant().toEpochMilli() % 1000);
        SupportCode last = SupportCode.random();

        accounts.requestAccess(new AccessRequest(stranger, "Alix", "Martin", "CPS", SupportCode.random()));
        accounts.requestAccess(new AccessRequest(stranger, "Alix", "N".repeat(300), "CPS", last));

        assertThat(rows.one("select attempts from account_request where identifier = ?", stranger.value()))
                .isEqualTo("2");
        assertThat(rows.one("select support_code from account_request where identifier = ?", stranger.value()))
                .isEqualTo(last.value());
    }

    @Test
    void doesNotReopenARequestThatWasRejected() {
        NationalIdentifier stranger = new NationalIdentifier("7" + System.identityHashCode(portal));
        AccessRequest request = new AccessRequest(stranger, "Alix", "Martin", "CPS", SupportCode.random());
        accounts.requestAccess(request);
        rows.run("update account_request set status = 'REJECTED' where identifier = ?", stranger.value());

        accounts.requestAccess(request);

        assertThat(rows.one("select status from account_request where identifier = ?", stranger.value()))
                .isEqualTo("REJECTED");
    }

    @Test
    void letsARequestWaitAgainWhoseAccountHasLostTheIdentifier() {
        NationalIdentifier stranger = new NationalIdentifier("6" + System.identityHashCode(portal));
        AccessRequest request = new AccessRequest(stranger, "Alix", "Martin", "CPS", SupportCode.random());
        accounts.requestAccess(request);
        rows.run("update account_request set status = 'GRANTED' where identifier = ?", stranger.value());

        accounts.requestAccess(request);

        assertThat(rows.one("select status from account_request where identifier = ?", stranger.value()))
                .isEqualTo("WAITING");
    }
}

package fr.sisamu.portail.account;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.testdb.Portal;
import fr.sisamu.portail.testdb.Rows;
import fr.sisamu.portail.testdb.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class AccountRegisterTest {

    final Portal portal;
    final Rows rows;
    final AccountRegister register;

    AccountRegisterTest(TestDatabase.Kind database) {
        portal = new Portal(TestDatabase.of(database));
        rows = portal.rows();
        register = portal.get(AccountRegister.class);
    }

    AccountId create(String givenName, String familyName) {
        return register.create(new NewAccount(givenName, familyName, Optional.empty()))
                .orElseThrow();
    }

    List<AccountId> found(String text) {
        return register.find(text, Optional.empty()).lines().stream()
                .map(FoundAccount::id)
                .toList();
    }

    AccountSheet sheet(AccountId id) {
        return register.sheet(id).orElseThrow();
    }

    @Test
    void givesNamesakesNumbers() {
        AccountId first = create("Ombeline", "Zwärg");
        AccountId second = create("OMBELINE", "ZWARG");

        assertThat(sheet(first).account().loginName()).isEqualTo("ombeline.zwarg");
        assertThat(sheet(second).account().loginName()).isEqualTo("ombeline.zwarg2");
        rows.run("update account set login_name = 'x' || id where id in (?, ?)", first.value(), second.value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"quéîroz", "QUEIROZ", "factice queiroz", "xavière quei", "xaviere.quei", "quei fact xav"})
    void findsByEachWordOfANameWithoutRegardToAccents(String text) {
        AccountId id = create("Xavière", "Queiroz-Factice");

        assertThat(found(text)).contains(id);
        assertThat(found(text + " durand")).doesNotContain(id);
    }

    @Test
    void findsByIdentifierWholeOrFromItsOwnPartOn() {
        AccountId id = create("Alix", "Factice");
        register.addIdentifier(id, new NationalIdentifier("3999990005/ZED" + id.value()));

        assertThat(found("3999990005/zed" + id.value())).containsExactly(id);
        assertThat(found("ZED" + id.value())).containsExactly(id);
    }

    @Test
    void findsByTheLastDigitsOfTheTelephone() {
        AccountId id = create("Alix", "Factice");
        rows.run(
                "insert into otp_channel (id, account_id, kind, address, verified_at)"
                        + " values (nextval('otp_channel_seq'), ?, 'SMS', '+33612345987', current_timestamp)",
                id.value());
        portal.get(AccountService.class).reindex(id);

        assertThat(found("5987")).contains(id);
        assertThat(found("4598")).doesNotContain(id);
    }

    @Test
    void followsANameThatIsCorrected() {
        AccountId id = create("Yolaine", "Vieux");

        assertThat(register.rename(id, sheet(id).version(), name("Yolaine"), name("Wnouveau")))
                .isTrue();

        assertThat(found("wnouveau")).containsExactly(id);
        assertThat(found("yolaine vieux")).doesNotContain(id);
    }

    @Test
    void findsWhatAnImportHasWrittenAfterTheNextRound() {
        AccountId imported = new AccountId(rows.account("Zénobie", "Kimporta"));
        assertThat(found("kimporta")).isEmpty();

        portal.get(AccountIndexing.class).catchUp();

        assertThat(found("kimporta")).containsExactly(imported);
    }

    /** Whoever comes in by card for the first time changes the row of their account. */
    @Test
    void keepsNoAccountWhileItWaitsForTheNext() throws Exception {
        AccountId first = new AccountId(rows.account("Zoltan", "Kpremier"));
        AccountId next = new AccountId(rows.account("Zoltan", "Ksuivant"));
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch seen = new CountDownLatch(1);
        ExecutorService others = Executors.newFixedThreadPool(2);
        try {
            Future<?> holder = others.submit(() -> portal.inTransaction(() -> {
                portal.get(AccountService.class).cardSeen(next);
                held.countDown();
                await(seen);
            }));
            await(held);
            Future<?> round =
                    others.submit(() -> portal.get(AccountIndexing.class).catchUp());
            for (int look = 0; look < 100 && found("kpremier").isEmpty(); look++) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
            assertThat(found("kpremier")).as("done while the next is held").containsExactly(first);
            seen.countDown();
            holder.get();
            round.get();
            assertThat(found("ksuivant")).containsExactly(next);
        } finally {
            seen.countDown();
            others.shutdownNow();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void pagesWithoutLosingOrRepeatingAnybody() {
        List<AccountId> made = new ArrayList<>();
        for (int i = 0; i < 2 * AccountSearch.PAGE + 3; i++) {
            made.add(create("Jpage", "Jpage" + (char) ('a' + i % 3)));
        }

        assertThat(allPages("jpage")).containsExactlyInAnyOrderElementsOf(made);
        assertThat(allPages("")).doesNotHaveDuplicates().containsAll(made);
    }

    private List<AccountId> allPages(String text) {
        List<AccountId> all = new ArrayList<>();
        FoundAccounts page = register.find(text, Optional.empty());
        page.lines().forEach(line -> all.add(line.id()));
        while (page.next().isPresent()) {
            page = register.find(text, page.next());
            page.lines().forEach(line -> all.add(line.id()));
        }
        return all;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "12", "x.y", "1.%%%", "1.AAAA", "9999999999999999999999.YQ"})
    void beginsAtTheBeginningAfterAForgedMark(String mark) {
        assertThat(register.find("factice", Optional.of(mark))).isEqualTo(register.find("factice", Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "_", "' or 1=1 --", "\u0000", "<script>", "*"})
    void takesASearchForTextAndNeverForAPattern(String text) {
        AccountId id = create("Alix", "Factice");

        assertThat(found(text + " zzqx")).doesNotContain(id);
    }

    @Test
    void keepsWhatTheFirstOfTwoSaved() {
        AccountId id = create("Marie", "Factice");
        int version = sheet(id).version();

        assertThat(register.rename(id, version, name("Maria"), name("Factice"))).isTrue();
        assertThat(register.rename(id, version, name("Marine"), name("Factice")))
                .isFalse();

        assertThat(sheet(id).account().givenName()).isEqualTo("Maria");
    }

    @Test
    void closesAndReopensAndNeverDeletes() {
        AccountId id = create("Marie", "Factice");

        assertThat(register.close(id)).isTrue();
        assertThat(register.close(id)).isFalse();
        assertThat(sheet(id).closedAt()).isPresent();
        assertThat(register.reopen(id)).isTrue();
        assertThat(register.reopen(id)).isFalse();
        assertThat(sheet(id).account().closed()).isFalse();
    }

    @Test
    void movesAnIdentifierOnlyFromWhereItWasSeen() {
        AccountId from = create("Marie", "Factice");
        AccountId to = create("Maria", "Factice");
        NationalIdentifier identifier = new NationalIdentifier("2MOVE" + from.value());

        assertThat(register.addIdentifier(from, identifier)).isTrue();
        assertThat(register.addIdentifier(to, identifier)).isFalse();
        assertThat(register.moveIdentifier(identifier, from, to)).isTrue();
        assertThat(register.moveIdentifier(identifier, from, to)).isFalse();
        assertThat(register.removeIdentifier(identifier, from)).isFalse();
        assertThat(found("2move" + from.value())).containsExactly(to);
        assertThat(register.removeIdentifier(identifier, to)).isTrue();
        assertThat(register.create(new NewAccount("Alix", "Factice", Optional.of(identifier))))
                .isPresent();
        assertThat(register.create(new NewAccount("Alix", "Autre", Optional.of(identifier))))
                .isEmpty();
        assertThat(found("alix autre")).isEmpty();
    }

    private static PersonName name(String value) {
        return PersonName.of(value).orElseThrow();
    }
}

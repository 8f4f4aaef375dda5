package fr.sisamu.portail.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sisamu.portail.account.AccountId;
import fr.sisamu.portail.session.AssuranceLevel;
import fr.sisamu.portail.testdb.Portal;
import fr.sisamu.portail.testdb.Rows;
import fr.sisamu.portail.testdb.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class RoleServiceTest {

    static final Rights ADMINISTRATOR = RightsTest.rights(AssuranceLevel.STRONG, RightsTest.ADMINISTRATOR);
    static final Optional<Long> EVERYWHERE = Optional.empty();

    final Portal portal;
    final Rows rows;
    final RoleService roles;
    final AccountId ines;
    final long unit;

    RoleServiceTest(TestDatabase.Kind database) {
        portal = new Portal(TestDatabase.of(database));
        rows = portal.rows();
        roles = portal.get(RoleService.class);
        ines = new AccountId(rows.account("Inès", "Factice"));
        unit = rows.unit("SAMU", 3600);
    }

    @BeforeEach
    void forgetTheAdministratorsOfOtherTests() {
        rows.run("delete from account_role");
    }

    List<String> held(AccountId account) {
        return roles.of(ADMINISTRATOR, account).stream()
                .map(HeldRole::role)
                .map(Role::name)
                .toList();
    }

    String lastTrace(AccountId account) {
        return rows.one(
                "select outcome || ' ' || detail from audit_entry where account_id = ? order by id desc",
                account.value());
    }

    @Test
    void grantsAndRevokesAndTracesWhatWasHeldBeforeAndAfter() {
        assertThat(roles.grant(ADMINISTRATOR, ines, Role.SUPERVISOR, Optional.of(unit)))
                .isEqualTo(RoleChange.GRANTED);
        assertThat(roles.grant(ADMINISTRATOR, ines, Role.AUDITOR, EVERYWHERE)).isEqualTo(RoleChange.GRANTED);
        assertThat(held(ines)).containsExactly("AUDITOR", "SUPERVISOR");

        assertThat(roles.revoke(ADMINISTRATOR, ines, Role.SUPERVISOR, Optional.of(unit)))
                .isEqualTo(RoleChange.REVOKED);
        assertThat(held(ines)).containsExactly("AUDITOR");
        assertThat(lastTrace(ines))
                .startsWith("REVOKED by ines.factice; before [AUDITOR, SUPERVISOR F")
                .endsWith("], after [AUDITOR]");
    }

    @Test
    void changesNothingTwice() {
        roles.grant(ADMINISTRATOR, ines, Role.AUDITOR, EVERYWHERE);

        assertThat(roles.grant(ADMINISTRATOR, ines, Role.AUDITOR, EVERYWHERE)).isEqualTo(RoleChange.UNCHANGED);
        assertThat(roles.revoke(ADMINISTRATOR, ines, Role.ADMINISTRATOR, EVERYWHERE))
                .isEqualTo(RoleChange.UNCHANGED);
    }

    @Test
    void refusesARoleInTheWrongPlace() {
        assertThat(roles.grant(ADMINISTRATOR, ines, Role.SUPERVISOR, EVERYWHERE))
                .isEqualTo(RoleChange.UNIT_REFUSED);
        assertThat(roles.grant(ADMINISTRATOR, ines, Role.SUPERVISOR, Optional.of(-5L)))
                .isEqualTo(RoleChange.UNIT_REFUSED);
        assertThat(roles.grant(ADMINISTRATOR, ines, Role.ADMINISTRATOR, Optional.of(unit)))
                .isEqualTo(RoleChange.UNIT_REFUSED);
        assertThat(held(ines)).isEmpty();
    }

    @Test
    void refusesARoleForWhoeverMayNotComeIn() {
        rows.run("update account set status = 'CLOSED' where id = ?", ines.value());

        assertThat(roles.grant(ADMINISTRATOR, ines, Role.AUDITOR, EVERYWHERE)).isEqualTo(RoleChange.NO_ACCOUNT);
        assertThat(roles.grant(ADMINISTRATOR, new AccountId(-1), Role.AUDITOR, EVERYWHERE))
                .isEqualTo(RoleChange.NO_ACCOUNT);
    }

    @Test
    void keepsTheLastAdministrator() {
        AccountId gone = new AccountId(rows.account("Hugo", "Parti"));
        roles.grant(ADMINISTRATOR, gone, Role.ADMINISTRATOR, EVERYWHERE);
        roles.grant(ADMINISTRATOR, ines, Role.ADMINISTRATOR, EVERYWHERE);
        rows.run("update account set status = 'CLOSED' where id = ?", gone.value());

        assertThat(roles.revoke(ADMINISTRATOR, ines, Role.ADMINISTRATOR, EVERYWHERE))
                .isEqualTo(RoleChange.LAST_ADMINISTRATOR);
        assertThat(held(ines)).containsExactly("ADMINISTRATOR");
        assertThat(lastTrace(ines)).startsWith("LAST_ADMINISTRATOR");
    }

    @Test
    void keepsOneOfTwoAdministratorsWhoRevokeEachOtherAtOnce() throws Exception {
        AccountId hugo = new AccountId(rows.account("Hugo", "Factice"));
        for (int round = 0; round < 20; round++) {
            roles.grant(ADMINISTRATOR, hugo, Role.ADMINISTRATOR, EVERYWHERE);
            roles.grant(ADMINISTRATOR, ines, Role.ADMINISTRATOR, EVERYWHERE);

            assertThat(atOnce(
                            () -> roles.revoke(ADMINISTRATOR, hugo, Role.ADMINISTRATOR, EVERYWHERE),
                            () -> roles.revoke(ADMINISTRATOR, ines, Role.ADMINISTRATOR, EVERYWHERE)))
                    .containsExactlyInAnyOrder(RoleChange.REVOKED, RoleChange.LAST_ADMINISTRATOR);
        }
    }

    @Test
    void opensItsDoorToNobodyWithoutTheDuty() {
        Rights supervisor = RightsTest.rights(AssuranceLevel.STRONG, RightsTest.SUPERVISOR);

        assertThatThrownBy(() -> roles.grant(supervisor, ines, Role.ADMINISTRATOR, EVERYWHERE))
                .isInstanceOf(DutyRefusedException.class);
        assertThatThrownBy(() -> roles.revoke(supervisor, ines, Role.ADMINISTRATOR, EVERYWHERE))
                .isInstanceOf(DutyRefusedException.class);
        assertThatThrownBy(() -> roles.of(supervisor, ines)).isInstanceOf(DutyRefusedException.class);
        assertThat(held(ines)).isEmpty();
    }

    private static List<RoleChange> atOnce(Callable<RoleChange> one, Callable<RoleChange> other) throws Exception {
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            CyclicBarrier start = new CyclicBarrier(2);
            List<Future<RoleChange>> futures = new ArrayList<>();
            for (Callable<RoleChange> deed : List.of(one, other)) {
                futures.add(two.submit(() -> {
                    start.await();
                    return deed.call();
                }));
            }
            return List.of(futures.get(0).get(), futures.get(1).get());
        } finally {
            two.shutdownNow();
        }
    }
}

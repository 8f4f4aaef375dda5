package fr.sisamu.portail.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sisamu.portail.account.Account;
import fr.sisamu.portail.account.AccountId;
import fr.sisamu.portail.session.AssuranceLevel;
import fr.sisamu.portail.session.LoginMethod;
import fr.sisamu.portail.session.WorkSession;
import fr.sisamu.portail.unit.UnitName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class RightsTest {

    static final HeldRole SUPERVISOR =
            new HeldRole(Role.SUPERVISOR, Optional.of(new UnitName(770, "FR770", "SAMU 77")));
    static final HeldRole ADMINISTRATOR = new HeldRole(Role.ADMINISTRATOR, Optional.empty());
    static final HeldRole AUDITOR = new HeldRole(Role.AUDITOR, Optional.empty());

    static Rights rights(AssuranceLevel level, HeldRole... roles) {
        Account account = new Account(new AccountId(1), "ines.factice", "Inès", "Factice", false, true);
        WorkSession session = new WorkSession(
                7,
                account,
                LoginMethod.CARD,
                level,
                Optional.empty(),
                Optional.empty(),
                Instant.EPOCH,
                Optional.empty(),
                Optional.empty(),
                Instant.EPOCH);
        return Rights.of(session, List.of(roles), true);
    }

    @ParameterizedTest
    @EnumSource
    void givesAnAgentNothing(Duty duty) {
        Rights agent = rights(AssuranceLevel.STRONG);

        assertThat(agent.may(duty)).isFalse();
        assertThat(agent.may(duty, 770)).isFalse();
        assertThat(agent.any()).isFalse();
        assertThat(agent.asleep()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "STRONG")
    void givesNobodyAnythingInASessionWithoutACard(AssuranceLevel level) {
        Rights everybody = rights(level, SUPERVISOR, ADMINISTRATOR, AUDITOR);

        assertThat(Duty.values()).noneMatch(duty -> everybody.may(duty, 770));
        assertThat(everybody.any()).isFalse();
        assertThat(everybody.asleep()).isTrue();
    }

    @Test
    void letsASupervisorWorkInTheirUnitAndInNoOther() {
        Rights supervisor = rights(AssuranceLevel.STRONG, SUPERVISOR);

        assertThat(supervisor.may(Duty.SUPERVISE, 770)).isTrue();
        assertThat(supervisor.may(Duty.SUPERVISE, 641)).isFalse();
        assertThat(supervisor.may(Duty.SUPERVISE)).isFalse();
        assertThat(supervisor.maySomewhere(Duty.SUPERVISE)).isTrue();
        assertThat(supervisor.maySomewhere(Duty.CHANGE_ACCOUNTS)).isFalse();
    }

    @Test
    void letsAnAdministratorWorkEverywhere() {
        Rights administrator = rights(AssuranceLevel.STRONG, ADMINISTRATOR);

        assertThat(Duty.values()).allMatch(administrator::may).allMatch(duty -> administrator.may(duty, 641));
    }

    @Test
    void letsAnAuditorReadAndChangeNothing() {
        Rights auditor = rights(AssuranceLevel.STRONG, AUDITOR);

        assertThat(auditor.everywhere()).isEqualTo(Set.of(Duty.READ_TRACE, Duty.REVIEW_EMERGENCY_ACCESS));
    }

    @Test
    void doesNotMixTheDutiesOfTwoRoles() {
        Rights both = rights(AssuranceLevel.STRONG, SUPERVISOR, AUDITOR);

        assertThat(both.may(Duty.READ_TRACE)).isTrue();
        assertThat(both.may(Duty.SUPERVISE, 641)).isFalse();
    }

    @Test
    void stopsAtTheDoorWhoeverMayNot() {
        Rights supervisor = rights(AssuranceLevel.STRONG, SUPERVISOR);

        supervisor.demand(Duty.SUPERVISE, 770);
        assertThatThrownBy(() -> supervisor.demand(Duty.SUPERVISE, 641))
                .isInstanceOf(DutyRefusedException.class)
                .hasMessage("ines.factice may not SUPERVISE in unit 641");
        assertThatThrownBy(() -> supervisor.demand(Duty.CHANGE_ROLES)).isInstanceOf(DutyRefusedException.class);
    }

    @Test
    void givesAMachineWhatItsTokenWasMadeForAndNoMore() {
        Rights nightly = Rights.ofToken("import nocturne", Set.of(Duty.IMPORT));

        assertThat(nightly.may(Duty.IMPORT)).isTrue();
        assertThat(nightly.may(Duty.CHANGE_ROLES)).isFalse();
    }
}

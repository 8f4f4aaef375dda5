package fr.sisamu.portail.administration;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.account.AccountId;
import fr.sisamu.portail.audit.SupportCode;
import fr.sisamu.portail.directory.MachineTokenService;
import fr.sisamu.portail.directory.TokenCreation.Outcome;
import fr.sisamu.portail.directory.TokenScope;
import fr.sisamu.portail.role.Duty;
import fr.sisamu.portail.role.Rights;
import fr.sisamu.portail.role.RightsService;
import fr.sisamu.portail.role.Role;
import fr.sisamu.portail.role.RoleChange;
import fr.sisamu.portail.role.RoleService;
import fr.sisamu.portail.session.AssuranceLevel;
import fr.sisamu.portail.session.LoginMethod;
import fr.sisamu.portail.session.NewSession;
import fr.sisamu.portail.session.ProofTime;
import fr.sisamu.portail.session.WorkSession;
import fr.sisamu.portail.session.WorkSessionService;
import fr.sisamu.portail.testdb.Portal;
import fr.sisamu.portail.testdb.TestDatabase;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What gives somebody a right or a way in, in an administrator's session that was left open at a post. */
class FreshRightsTest {

    final Portal portal = new Portal(TestDatabase.of(TestDatabase.Kind.H2));
    final WorkSessionService sessions = portal.get(WorkSessionService.class);
    final AccountId administrator = new AccountId(portal.rows().account("Hugo", "Administrateur"));
    final AccountId agent = new AccountId(portal.rows().account("Marie", "Martin-Factice"));
    final WorkSession session;

    FreshRightsTest() {
        Rights all = Rights.ofToken("first", EnumSet.allOf(Duty.class));
        assertThat(portal.get(RoleService.class).grant(all, administrator, Role.ADMINISTRATOR, Optional.empty()))
                .isEqualTo(RoleChange.GRANTED);
        session = sessions.find(sessions.open(new NewSession(
                                administrator,
                                LoginMethod.CARD,
                                AssuranceLevel.STRONG,
                                Optional.empty(),
                                "192.0.2.1",
                                SupportCode.random()))
                        .token())
                .orElseThrow();
    }

    private Rights rights(WorkSession session) {
        return portal.get(RightsService.class).of(session);
    }

    private RoleChange grant(Rights by) {
        return portal.get(RoleService.class).grant(by, agent, Role.AUDITOR, Optional.empty());
    }

    @Test
    void isDoneByWhoeverHasJustProvedWhoTheyAre() {
        assertThat(grant(rights(session))).isEqualTo(RoleChange.GRANTED);
    }

    @Test
    void isNotDoneTenMinutesLater() {
        portal.clock().advance(Duration.ofMinutes(10));
        Rights stale = rights(session);

        assertThat(grant(stale)).isEqualTo(RoleChange.PROOF_TOO_OLD);
        IdentifierAdministration identifiers = portal.get(IdentifierAdministration.class);
        assertThat(identifiers.add(stale, agent, "899700000017")).isInstanceOf(IdentifierChange.ProofTooOld.class);
        assertThat(identifiers.move(stale, "899700000017", administrator, agent))
                .isInstanceOf(IdentifierChange.ProofTooOld.class);
        RequestAdministration requests = portal.get(RequestAdministration.class);
        assertThat(requests.grant(stale, "899700000017")).isInstanceOf(RequestDecision.ProofTooOld.class);
        assertThat(requests.link(stale, "899700000017", agent)).isInstanceOf(RequestDecision.ProofTooOld.class);
        assertThat(portal.get(MachineTokenService.class)
                        .create(stale, "nuit-" + UUID.randomUUID(), TokenScope.SCIM, 30)
                        .outcome())
                .isEqualTo(Outcome.PROOF_TOO_OLD);
        assertThat(portal.rows()
                        .count(
                                "audit_entry",
                                "kind = 'STEP_REFUSED' and outcome = 'PROOF_TOO_OLD' and account_id = ?",
                                administrator.value()))
                .isEqualTo(6);
    }

    @Test
    void isDoneAgainAfterACardAndNotAfterAPassword() {
        portal.clock().advance(Duration.ofMinutes(10));
        WorkSession byCode = renewed(LoginMethod.OTP, AssuranceLevel.TWO_FACTOR);
        assertThat(grant(rights(byCode))).isEqualTo(RoleChange.PROOF_TOO_OLD);

        assertThat(grant(rights(renewed(LoginMethod.CARD, AssuranceLevel.STRONG))))
                .isEqualTo(RoleChange.GRANTED);
    }

    /** What is taken away can be given back. */
    @Test
    void isNotAskedWhereARightIsTakenAway() {
        grant(rights(session));
        portal.clock().advance(Duration.ofMinutes(10));

        assertThat(portal.get(RoleService.class).revoke(rights(session), agent, Role.AUDITOR, Optional.empty()))
                .isEqualTo(RoleChange.REVOKED);
    }

    private WorkSession renewed(LoginMethod method, AssuranceLevel level) {
        return sessions.find(
                        sessions.renew(session, method, level, ProofTime.NOW).orElseThrow())
                .orElseThrow();
    }
}

package fr.sisamu.portail.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sisamu.portail.account.AccountId;
import fr.sisamu.portail.audit.SupportCode;
import fr.sisamu.portail.testdb.Portal;
import fr.sisamu.portail.testdb.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever is in proves anew that it is them. */
@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class RenewedProofTest {

    static final Duration AGE = Duration.ofMinutes(10);

    final Portal portal;
    final WorkSessionService sessions;
    final FreshProof proof;
    final AccountId account;

    RenewedProofTest(TestDatabase.Kind database) {
        portal = new Portal(TestDatabase.of(database));
        sessions = portal.get(WorkSessionService.class);
        proof = portal.get(FreshProof.class);
        account = new AccountId(portal.rows().account("Léa", "Arm-Factice"));
    }

    OpenedSession open(LoginMethod method, AssuranceLevel level, ProofTime proved) {
        return sessions.open(new NewSession(
                account, method, level, Optional.empty(), "192.0.2.1", SupportCode.random(), proved, Optional.empty()));
    }

    WorkSession card() {
        return found(
                open(LoginMethod.CARD, AssuranceLevel.STRONG, ProofTime.NOW).token());
    }

    WorkSession byCode() {
        return found(
                open(LoginMethod.OTP, AssuranceLevel.TWO_FACTOR, ProofTime.NOW).token());
    }

    WorkSession found(SessionToken token) {
        return sessions.find(token).orElseThrow();
    }

    Instant now() {
        return portal.clock().instant();
    }

    @Test
    void isThereAtALoginAndGoneTenMinutesLater() {
        WorkSession session = card();
        assertThat(proof.opens(session, "test")).isTrue();

        portal.clock().advance(AGE.minusSeconds(1));
        assertThat(proof.opens(session, "test")).isTrue();
        assertThat(refusals(session)).isZero();

        portal.clock().advance(Duration.ofSeconds(1));
        assertThat(proof.opens(session, "test")).isFalse();
        assertThat(proof.isThere(session)).isFalse();
        assertThat(refusals(session)).as("traced").isEqualTo(1);
    }

    @Test
    void keepsTheSessionAsItIsUnderAnotherToken() {
        OpenedSession opened = open(LoginMethod.CARD, AssuranceLevel.STRONG, ProofTime.NOW);
        long unit = portal.rows().unit("CRRA", 3600);
        long profile = portal.rows().profile(account.value(), unit, "ARM", LocalDate.of(2025, 1, 1), null);
        assertThat(sessions.chooseProfile(opened.sessionId(), profile)).isEqualTo(ProfileChoice.CHOSEN);
        WorkSession before = found(opened.token());
        portal.clock().advance(Duration.ofMinutes(20));

        SessionToken token = sessions.renew(before, LoginMethod.OTP, AssuranceLevel.TWO_STEP, ProofTime.NOW)
                .orElseThrow();

        assertThat(sessions.find(opened.token())).as("the former token").isEmpty();
        WorkSession after = found(token);
        assertThat(after.id()).isEqualTo(before.id());
        assertThat(after.profile()).isEqualTo(before.profile());
        assertThat(after.method()).isEqualTo(LoginMethod.CARD);
        assertThat(after.level()).isEqualTo(AssuranceLevel.STRONG);
        assertThat(after.openedAt()).isEqualTo(before.openedAt());
        assertThat(after.expiresAt()).as("no longer than a shift").isEqualTo(before.expiresAt());
        assertThat(proof.isThere(after)).isTrue();
        assertThat(proof.isStronglyThere(after))
                .as("by a password and a mailbox")
                .isFalse();
    }

    @Test
    void byAStrongerWayDoesNotRaiseTheSession() {
        WorkSession before = byCode();
        assertThat(proof.isStronglyThere(before)).isFalse();

        WorkSession after = found(sessions.renew(before, LoginMethod.CARD, AssuranceLevel.STRONG, ProofTime.NOW)
                .orElseThrow());

        assertThat(after.level()).isEqualTo(AssuranceLevel.TWO_FACTOR);
        assertThat(after.method()).isEqualTo(LoginMethod.OTP);
        assertThat(proof.isStronglyThere(after)).isTrue();
    }

    @Test
    void opensNoSessionThatHasEnded() {
        WorkSession before = card();
        sessions.end(before.id(), EndReason.SUPERVISOR);

        assertThat(sessions.renew(before, LoginMethod.CARD, AssuranceLevel.STRONG, ProofTime.NOW))
                .isEmpty();
    }

    @Test
    void countsFromWhenItWasGivenElsewhere() {
        WorkSession longAgo = found(open(
                        LoginMethod.PRO_SANTE_CONNECT,
                        AssuranceLevel.STRONG,
                        ProofTime.at(now().minus(Duration.ofHours(2))))
                .token());
        assertThat(proof.isThere(longAgo)).isFalse();

        WorkSession unknown = found(open(LoginMethod.PRO_SANTE_CONNECT, AssuranceLevel.STRONG, ProofTime.UNKNOWN)
                .token());
        assertThat(proof.isThere(unknown)).isFalse();
        assertThat(proof.isStronglyThere(unknown)).isFalse();
        assertThat(sessions.renew(unknown, LoginMethod.PRO_SANTE_CONNECT, AssuranceLevel.STRONG, ProofTime.UNKNOWN))
                .isEmpty();
    }

    @Test
    void isNoYoungerThanNowWhateverTheClockOfSomebodyElse() {
        WorkSession session = found(open(
                        LoginMethod.PRO_SANTE_CONNECT,
                        AssuranceLevel.STRONG,
                        ProofTime.at(now().plus(Duration.ofHours(2))))
                .token());
        assertThat(session.provedAt()).contains(now());
    }

    @Test
    void opensNothingInAnAccessOnSomebodysWord() {
        WorkSession session = found(open(LoginMethod.BREAK_GLASS, AssuranceLevel.EMERGENCY, ProofTime.NOW)
                .token());

        assertThatThrownBy(() -> proof.opens(session, "test")).hasRootCauseInstanceOf(IllegalStateException.class);
    }

    private long refusals(WorkSession session) {
        return portal.rows()
                .count(
                        "audit_entry",
                        "kind = 'STEP_REFUSED' and outcome = 'PROOF_TOO_OLD' and session_id = ?",
                        session.id());
    }
}

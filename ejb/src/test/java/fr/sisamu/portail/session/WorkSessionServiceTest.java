package fr.sisamu.portail.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.sisamu.portail.account.AccountId;
import fr.sisamu.portail.audit.SupportCode;
import fr.sisamu.portail.profile.Profile;
import fr.sisamu.portail.testdb.Portal;
import fr.sisamu.portail.testdb.Rows;
import fr.sisamu.portail.testdb.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class WorkSessionServiceTest {

    static final LocalDate TODAY = LocalDate.parse("2026-03-02");

    final Portal portal;
    final Rows rows;
    final WorkSessionService sessions;
    final long account;
    final String post = UUID.randomUUID().toString();

    WorkSessionServiceTest(TestDatabase.Kind database) {
        portal = new Portal(TestDatabase.of(database));
        rows = portal.rows();
        sessions = portal.get(WorkSessionService.class);
        account = rows.account("Camille", "Durand");
    }

    @Test
    void findsTheSessionOfItsToken() {
        OpenedSession opened = open();

        WorkSession found = sessions.find(opened.token()).orElseThrow();

        assertThat(found.id()).isEqualTo(opened.sessionId());
        assertThat(found.account().displayName()).isEqualTo("Camille Durand");
        assertThat(found.method()).isEqualTo(LoginMethod.CARD);
        assertThat(found.level()).isEqualTo(AssuranceLevel.STRONG);
        assertThat(found.workstation()).contains(post);
        assertThat(found.profile()).isEmpty();
        assertThat(found.expiresAt()).isEqualTo(portal.clock().instant().plus(Duration.ofHours(12)));
    }

    @Test
    void keepsOnlyADigestOfTheToken() {
        OpenedSession opened = open();

        assertThat(opened.token().value()).matches("[A-Za-z0-9_-]{43}");
        assertThat(rows.one("select token_digest from work_session where id = ?", opened.sessionId()))
                .matches("[A-Za-z0-9_-]{43}")
                .isNotEqualTo(opened.token().value());
        assertThat(opened.toString()).doesNotContain(opened.token().value());
    }

    @Test
    void findsNothingForAnotherToken() {
        assertThat(sessions.find(SessionToken.random())).isEmpty();
    }

    @Test
    void opensWithoutAPost() {
        OpenedSession opened = sessions.open(new NewSession(
                new AccountId(account),
                LoginMethod.CARD,
                AssuranceLevel.STRONG,
                Optional.empty(),
                "::1",
                SupportCode.random()));

        assertThat(sessions.find(opened.token()).orElseThrow().workstation()).isEmpty();
    }

    @Test
    void replacesTheSameAgentsSessionOnTheSamePostOnly() {
        OpenedSession former = open();
        String otherPost = UUID.randomUUID().toString();
        OpenedSession elsewhere = open(otherPost);

        OpenedSession present = open();

        assertThat(sessions.find(former.token())).isEmpty();
        assertThat(endOf(former)).isEqualTo("REPLACED");
        assertThat(sessions.find(elsewhere.token())).isPresent();
        assertThat(sessions.find(present.token())).isPresent();
    }

    @Test
    void endsAtTheEndOfTheShiftWhateverTheActivity() {
        OpenedSession opened = open();
        for (int quarter = 1; quarter < 48; quarter++) {
            portal.clock().advance(Duration.ofMinutes(15));
            assertThat(sessions.find(opened.token())).isPresent();
        }

        portal.clock().advance(Duration.ofMinutes(15));

        assertThat(sessions.find(opened.token())).isEmpty();
        assertThat(endOf(opened)).isEqualTo("EXPIRED");
    }

    @Test
    void endsWhenIdleForAsLongAsItsUnitAllows() {
        OpenedSession opened = open();
        chooseAProfileOf(rows.unit("SMUR", 600), opened);
        portal.clock().advance(Duration.ofSeconds(599));
        assertThat(sessions.find(opened.token())).isPresent();

        portal.clock().advance(Duration.ofMinutes(10));

        assertThat(sessions.find(opened.token())).isEmpty();
        assertThat(endOf(opened)).isEqualTo("IDLE");
    }

    @Test
    void endsWhenItsAccountIsClosed() {
        OpenedSession opened = open();
        rows.run("update account set status = 'CLOSED' where id = ?", account);

        assertThat(sessions.find(opened.token())).isEmpty();
        assertThat(endOf(opened)).isEqualTo("ACCOUNT_CLOSED");
    }

    @Test
    void writesItsSignOfLifeAtMostOnceAMinute() {
        OpenedSession opened = open();
        String birth = lastSeen(opened);
        portal.clock().advance(Duration.ofSeconds(59));
        sessions.find(opened.token());
        assertThat(lastSeen(opened)).isEqualTo(birth);

        portal.clock().advance(Duration.ofSeconds(1));
        sessions.find(opened.token());

        assertThat(lastSeen(opened)).isNotEqualTo(birth);
    }

    @Test
    void choosesAProfileAndRemembersIt() {
        OpenedSession opened = open();
        long unit = rows.unit("CRRA 68", 1800);

        long profile = chooseAProfileOf(unit, opened);

        Profile chosen = sessions.find(opened.token()).orElseThrow().profile().orElseThrow();
        assertThat(chosen.id()).isEqualTo(profile);
        assertThat(chosen.unit().id()).isEqualTo(unit);
        assertThat(rows.count("profile", "id = ? and last_chosen_at is not null", profile))
                .isEqualTo(1);
        assertThat(rows.count("audit_entry", "kind = 'PROFILE_CHOSEN' and session_id = ?", opened.sessionId()))
                .isEqualTo(1);
    }

    @Test
    void refusesTheProfileOfSomeoneElseAndAnExpiredOne() {
        OpenedSession opened = open();
        long unit = rows.unit("CRRA 68", 1800);
        long foreign = rows.profile(rows.account("Alix", "Martin"), unit, "ARM", TODAY, null);
        long over = rows.profile(account, unit, "ARM", TODAY.minusDays(9), TODAY.minusDays(1));

        assertThat(sessions.chooseProfile(opened.sessionId(), foreign)).isEqualTo(ProfileChoice.NOT_AVAILABLE);
        assertThat(sessions.chooseProfile(opened.sessionId(), over)).isEqualTo(ProfileChoice.NOT_AVAILABLE);
    }

    @Test
    void refusesAChoiceInAnEndedSession() {
        OpenedSession opened = open();
        long profile = rows.profile(account, rows.unit("CRRA 68", 1800), "ARM", TODAY, null);
        sessions.end(opened.sessionId(), EndReason.LOGOUT);

        assertThat(sessions.chooseProfile(opened.sessionId(), profile)).isEqualTo(ProfileChoice.NOT_AVAILABLE);
    }

    @Test
    void losesItsProfileAfterTheLastDay() {
        OpenedSession opened = open();
        long unit = rows.unit("CRRA 68", 43200);
        long profile = rows.profile(account, unit, "ARM", TODAY, TODAY);
        portal.clock().set(Instant.parse("2026-03-02T22:59:00Z"));
        OpenedSession evening = open();
        sessions.chooseProfile(evening.sessionId(), profile);
        assertThat(sessions.find(evening.token()).orElseThrow().profile()).isPresent();

        portal.clock().advance(Duration.ofMinutes(1));

        assertThat(sessions.find(evening.token()).orElseThrow().profile()).isEmpty();
        assertThat(sessions.find(opened.token())).isEmpty();
    }

    @Test
    void endsOnceTracesOnceAndTellsTheBandeauOnce() {
        OpenedSession opened = open();

        sessions.end(opened.sessionId(), EndReason.LOGOUT);
        sessions.end(opened.sessionId(), EndReason.EXPIRED);

        assertThat(sessions.find(opened.token())).isEmpty();
        assertThat(endOf(opened)).isEqualTo("LOGOUT");
        assertThat(rows.count("audit_entry", "kind = 'SESSION_ENDED' and session_id = ?", opened.sessionId()))
                .isEqualTo(1);
        assertThat(portal.get(NoticeService.class).since(portal.clock().instant()))
                .filteredOn(notice -> notice.sessionId() == opened.sessionId())
                .extracting(Notice::kind, Notice::detail)
                .containsExactly(tuple(NoticeKind.SESSION_ENDED, "LOGOUT"));
    }

    @Test
    void sweepsWhatNobodyAsksForAndNothingElse() {
        OpenedSession idle = open();
        OpenedSession gone = open(UUID.randomUUID().toString());
        portal.clock().advance(Duration.ofMinutes(50));
        OpenedSession alive = open(UUID.randomUUID().toString());
        rows.run("update work_session set expires_at = opened_at where id = ?", gone.sessionId());
        portal.clock().advance(Duration.ofMinutes(10));

        portal.get(SessionSweep.class).sweep();

        assertThat(endOf(idle)).isEqualTo("IDLE");
        assertThat(endOf(gone)).isEqualTo("EXPIRED");
        assertThat(endOf(alive)).isNull();
    }

    @Test
    void doesNotEndASessionThatCameBackToLifeMeanwhile() {
        OpenedSession opened = open();
        SessionStore store = portal.get(SessionStore.class);
        Instant found = portal.clock().instant();
        portal.clock().advance(Duration.ofMinutes(30));
        sessions.find(opened.token());

        assertThat(store.end(opened.sessionId(), EndReason.IDLE, portal.clock().instant(), Optional.of(found)))
                .isFalse();
        assertThat(sessions.find(opened.token())).isPresent();
    }

    @Test
    void purgesNoticesThatNoBandeauCanStillMiss() {
        OpenedSession opened = open();
        portal.get(NoticeService.class).leave(opened.sessionId(), NoticeKind.PHONE_TAKEN_OVER, "é".repeat(300));
        assertThat(rows.count("session_notice", "session_id = ?", opened.sessionId()))
                .isEqualTo(1);
        portal.clock().advance(Duration.ofMinutes(10).plusSeconds(1));

        portal.get(SessionSweep.class).sweep();

        assertThat(rows.count("session_notice", "session_id = ?", opened.sessionId()))
                .isZero();
    }

    private OpenedSession open() {
        return open(post);
    }

    private OpenedSession open(String workstation) {
        return sessions.open(new NewSession(
                new AccountId(account),
                LoginMethod.CARD,
                AssuranceLevel.STRONG,
                Optional.of(workstation),
                "192.0.2.7",
                SupportCode.random()));
    }

    private long chooseAProfileOf(long unit, OpenedSession session) {
        long profile = rows.profile(account, unit, "ARM", TODAY, null);
        assertThat(sessions.chooseProfile(session.sessionId(), profile)).isEqualTo(ProfileChoice.CHOSEN);
        return profile;
    }

    private String endOf(OpenedSession session) {
        return rows.one("select end_reason from work_session where id = ?", session.sessionId());
    }

    private String lastSeen(OpenedSession session) {
        return rows.one("select last_seen_at from work_session where id = ?", session.sessionId());
    }
}

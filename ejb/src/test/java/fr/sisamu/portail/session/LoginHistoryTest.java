package fr.sisamu.portail.session;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.account.AccountId;
import fr.sisamu.portail.audit.SupportCode;
import fr.sisamu.portail.testdb.Portal;
import fr.sisamu.portail.testdb.Rows;
import fr.sisamu.portail.testdb.TestDatabase;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class LoginHistoryTest {

    final Portal portal;
    final Rows rows;
    final WorkSessionService sessions;
    final LoginHistory history;
    final AccountId marie;
    final String desk = UUID.randomUUID().toString();
    final String home = UUID.randomUUID().toString();

    LoginHistoryTest(TestDatabase.Kind database) {
        portal = new Portal(TestDatabase.of(database));
        rows = portal.rows();
        sessions = portal.get(WorkSessionService.class);
        history = portal.get(LoginHistory.class);
        marie = new AccountId(rows.account("Marie", "Factice"));
    }

    OpenedSession login(AccountId account, String post) {
        portal.clock().advance(Duration.ofMinutes(1));
        return sessions.open(new NewSession(
                account,
                LoginMethod.CARD,
                AssuranceLevel.STRONG,
                Optional.of(post),
                "192.0.2.7",
                SupportCode.random()));
    }

    WorkSession session(OpenedSession opened) {
        return sessions.find(opened.token()).orElseThrow();
    }

    long noticesOf(OpenedSession opened) {
        return rows.count("session_notice", "session_id = ? and kind = 'NEW_POST'", opened.sessionId());
    }

    @Test
    void showsTheLatestFirstAndMarksTheFirstLoginOfEachPost() {
        login(marie, desk);
        login(marie, desk);
        login(marie, home);

        assertThat(history.of(marie))
                .extracting(PastLogin::post)
                .containsExactly(PastLogin.Post.NEW, PastLogin.Post.KNOWN, PastLogin.Post.NEW);
        assertThat(history.of(marie)).extracting(PastLogin::open).containsExactly(true, true, false);
        assertThat(history.of(marie).get(2).endReason()).contains(EndReason.REPLACED);
    }

    @Test
    void endsAnotherSessionOfTheSamePerson() {
        OpenedSession left = login(marie, desk);
        OpenedSession here = login(marie, home);

        assertThat(history.end(session(here), left.sessionId())).isTrue();

        assertThat(sessions.find(left.token())).isEmpty();
        assertThat(sessions.find(here.token())).isPresent();
        assertThat(rows.one("select end_reason from work_session where id = ?", left.sessionId()))
                .isEqualTo("OWNER");
        assertThat(history.end(session(here), left.sessionId())).isFalse();
    }

    @Test
    void endsNoSessionOfSomebodyElse() {
        OpenedSession mine = login(marie, desk);
        OpenedSession other = login(new AccountId(rows.account("Alix", "Factice")), home);

        assertThat(history.end(session(mine), other.sessionId())).isFalse();
        assertThat(history.of(marie)).hasSize(1);

        assertThat(sessions.find(other.token())).isPresent();
    }

    @Test
    void tellsOpenSessionsOfALoginFromAPostNotSeenBefore() {
        OpenedSession first = login(marie, desk);

        OpenedSession second = login(marie, home);

        assertThat(noticesOf(first)).isEqualTo(1);
        assertThat(noticesOf(second)).isZero();
    }

    @Test
    void saysNothingOfAPostThatIsKnown() {
        sessions.end(login(marie, home).sessionId(), EndReason.LOGOUT);
        OpenedSession atDesk = login(marie, desk);

        login(marie, home);

        assertThat(noticesOf(atDesk)).isZero();
    }
}

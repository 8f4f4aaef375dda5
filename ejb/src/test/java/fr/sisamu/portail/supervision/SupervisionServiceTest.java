package fr.sisamu.portail.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sisamu.portail.account.AccountId;
import fr.sisamu.portail.phone.PhoneService;
import fr.sisamu.portail.role.Duty;
import fr.sisamu.portail.role.DutyRefusedException;
import fr.sisamu.portail.role.Rights;
import fr.sisamu.portail.session.EndReason;
import fr.sisamu.portail.session.LoginMethod;
import fr.sisamu.portail.session.WorkSession;
import fr.sisamu.portail.session.WorkSessionService;
import fr.sisamu.portail.testdb.TestDatabase;
import fr.sisamu.portail.throttle.Attempt;
import fr.sisamu.portail.throttle.ThrottleService;
import fr.sisamu.portail.throttle.Tried;
import fr.sisamu.portail.unit.UnitName;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class SupervisionServiceTest {

    final Room room;
    final SupervisionService supervision;
    final PhoneService phones;
    final AccountId marie;
    final WorkSession session;

    SupervisionServiceTest(TestDatabase.Kind database) {
        room = new Room(database);
        supervision = room.portal.get(SupervisionService.class);
        phones = room.portal.get(PhoneService.class);
        marie = room.agent("Marie", "Factice", room.unit);
        session = room.on(marie);
    }

    AgentOn line() {
        return supervision.board(room.supervisor, room.unit).get(0);
    }

    @Test
    void showsWhoIsOnByNameWithMethodProfilePhoneAndPost() {
        WorkSession abel = room.on(room.agent("Abel", "Abbé", room.unit));
        phones.link(session, "6812");

        assertThat(supervision.board(room.supervisor, room.unit))
                .extracting(AgentOn::displayName)
                .containsExactly("Abel Abbé", "Marie Factice");
        AgentOn shown = supervision.board(room.supervisor, room.unit).get(1);
        assertThat(shown.method()).isEqualTo(LoginMethod.CARD);
        assertThat(shown.function()).isEqualTo("ARM");
        assertThat(shown.phone().orElseThrow().number()).isEqualTo("6812");
        assertThat(shown.post()).contains(Room.POST.substring(0, 6));
        assertThat(shown.since()).isEqualTo(session.openedAt());
        assertThat(abel.id()).isNotEqualTo(shown.sessionId());
    }

    @Test
    void showsNobodyOfAnotherUnitNorWhoeverIsGone() {
        room.on(room.agent("Zoé", "Voisine", room.elsewhere));
        room.portal.get(WorkSessionService.class).end(session.id(), EndReason.LOGOUT);

        assertThat(supervision.board(room.supervisor, room.unit)).isEmpty();
    }

    @Test
    void opensTheBoardOfTheirOwnUnitToSupervisorsAndNoOther() {
        assertThatThrownBy(() -> supervision.board(room.stranger, room.unit)).isInstanceOf(DutyRefusedException.class);
        assertThatThrownBy(() -> supervision.endSession(room.stranger, room.unit, session.id()))
                .isInstanceOf(DutyRefusedException.class);
        assertThat(supervision.units(room.supervisor)).extracting(UnitName::id).containsExactly(room.unit);
        assertThat(supervision.units(Rights.ofToken("all", Set.of(Duty.SUPERVISE))))
                .extracting(UnitName::id)
                .contains(room.unit, room.elsewhere);
    }

    @Test
    void touchesNoSessionOfAnotherUnitUnderTheNameOfTheirOwn() {
        assertThat(supervision.endSession(room.stranger, room.elsewhere, session.id()))
                .isEqualTo(Intervention.GONE);
        phones.link(session, "6812");
        assertThat(supervision.freePhone(room.stranger, room.elsewhere, session.id(), room.phone))
                .isEqualTo(Intervention.GONE);
        assertThat(supervision.unblock(room.stranger, room.elsewhere, marie)).isEqualTo(Intervention.NOT_OF_UNIT);
        assertThat(supervision.find(room.stranger, room.elsewhere, Room.loginName(marie)))
                .isEmpty();

        assertThat(phones.linkedTo(session.id())).isPresent();
        assertThat(room.endOf(session.id())).isNull();
    }

    @Test
    void freesAPhoneTellsItsBandeauAndTracesItOnBothAccounts() {
        phones.link(session, "6812");

        assertThat(supervision.freePhone(room.supervisor, room.unit, session.id(), room.phone))
                .isEqualTo(Intervention.DONE);

        assertThat(phones.linkedTo(session.id())).isEmpty();
        assertThat(line().phone()).isEmpty();
        assertThat(room.rows.one("select kind || ' ' || detail from session_notice where session_id = ?", session.id()))
                .isEqualTo("PHONE_FREED Inès Superviseur");
        assertThat(room.traced(marie))
                .isEqualTo("PHONE_FREED by " + Room.loginName(room.ines) + "; before phone ••••12, after none");
        assertThat(room.traced(room.ines)).contains("on " + Room.loginName(marie), "before phone ••••12, after none");
    }

    @Test
    void freesNoPhoneThatTheAgentHasLeftMeanwhileNorDuringACall() {
        assertThat(supervision.freePhone(room.supervisor, room.unit, session.id(), room.phone))
                .isEqualTo(Intervention.GONE);
        room.rows.phone(room.unit, "6813");
        phones.link(session, "6813");
        assertThat(supervision.freePhone(room.supervisor, room.unit, session.id(), room.phone))
                .isEqualTo(Intervention.GONE);
        phones.link(session, "6812");
        room.speaking = true;
        assertThat(supervision.freePhone(room.supervisor, room.unit, session.id(), room.phone))
                .isEqualTo(Intervention.ON_CALL);

        assertThat(phones.linkedTo(session.id())).isPresent();
    }

    @Test
    void endsASessionAndTellsItsScreen() {
        phones.link(session, "6812");

        assertThat(supervision.endSession(room.supervisor, room.unit, session.id()))
                .isEqualTo(Intervention.DONE);
        assertThat(supervision.endSession(room.supervisor, room.unit, session.id()))
                .isEqualTo(Intervention.GONE);

        assertThat(room.endOf(session.id())).isEqualTo("SUPERVISOR");
        assertThat(phones.linkedTo(session.id())).isEmpty();
        assertThat(room.rows.one("select kind || ' ' || detail from session_notice where session_id = ?", session.id()))
                .isEqualTo("SESSION_ENDED SUPERVISOR");
        assertThat(room.traced(marie)).contains("SESSION_ENDED by", "before session", "after ended");
    }

    @Test
    void liftsEveryDelayOfAnAgentAndNoOther() {
        ThrottleService throttle = room.portal.get(ThrottleService.class);
        String neighbour = Room.loginName(room.agent("Paule", "Factice", room.unit));
        for (int i = 0; i < 3; i++) {
            throttle.admit(attempt(Room.loginName(marie), Optional.empty()));
            throttle.admit(attempt(Room.loginName(marie), Optional.of("the post")));
            throttle.admit(attempt(neighbour, Optional.empty()));
            throttle.admit(attempt(Tried.EMERGENCY_SECRET, Room.loginName(marie), Optional.empty()));
        }

        assertThat(supervision.unblock(room.supervisor, room.unit, marie)).isEqualTo(Intervention.DONE);
        assertThat(supervision.unblock(room.supervisor, room.unit, marie)).isEqualTo(Intervention.NOT_BLOCKED);

        assertThat(throttle.admit(attempt(Room.loginName(marie), Optional.empty())))
                .isEmpty();
        assertThat(throttle.admit(attempt(Room.loginName(marie), Optional.of("the post"))))
                .isEmpty();
        assertThat(throttle.admit(attempt(Tried.EMERGENCY_SECRET, Room.loginName(marie), Optional.empty())))
                .isEmpty();
        assertThat(throttle.admit(attempt(neighbour, Optional.empty()))).isPresent();
        assertThat(room.traced(marie)).contains("UNBLOCKED by", "before tries counted, after none");
    }

    private Attempt attempt(String name, Optional<String> post) {
        return attempt(Tried.PASSWORD, name, post);
    }

    private Attempt attempt(Tried tried, String name, Optional<String> post) {
        return new Attempt(tried, name, "10.9." + marie.value() % 250 + "." + marie.value() / 250 % 250, post);
    }

    @Test
    void findsAnAgentOfTheUnitByIdentifierWhetherOnOrNot() {
        AccountId gone = new AccountId(room.rows.account("Luc", "Parti"));
        room.rows.profile(gone.value(), room.unit, "ARM", LocalDate.parse("2025-01-01"), LocalDate.parse("2026-03-01"));

        AgentOfUnit found = supervision
                .find(room.supervisor, room.unit, " " + Room.loginName(marie).toUpperCase(Locale.ROOT))
                .orElseThrow();
        assertThat(found.account().id()).isEqualTo(marie);
        assertThat(supervision.find(room.supervisor, room.unit, Room.loginName(gone)))
                .as("whose profile ended yesterday")
                .isEmpty();
        assertThat(supervision.find(room.supervisor, room.unit, "<b>")).isEmpty();
    }

    @Test
    void stampsTheBoardAnewWheneverItChanges() {
        int before = supervision.stamp(room.unit);
        assertThat(supervision.stamp(room.unit)).isEqualTo(before);

        phones.link(session, "6812");
        assertThat(supervision.stamp(room.unit)).isNotEqualTo(before);
    }
}

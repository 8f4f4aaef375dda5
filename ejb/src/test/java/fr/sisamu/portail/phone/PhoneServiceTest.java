package fr.sisamu.portail.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.sisamu.portail.phone.PhoneLinking.HeldByOther;
import fr.sisamu.portail.phone.PhoneLinking.Linked;
import fr.sisamu.portail.phone.PhoneLinking.OnCall;
import fr.sisamu.portail.phone.PhoneLinking.Reason;
import fr.sisamu.portail.phone.PhoneLinking.Refused;
import fr.sisamu.portail.session.EndReason;
import fr.sisamu.portail.session.Notice;
import fr.sisamu.portail.session.NoticeKind;
import fr.sisamu.portail.session.NoticeService;
import fr.sisamu.portail.session.WorkSession;
import fr.sisamu.portail.session.WorkSessionService;
import fr.sisamu.portail.testdb.Portal;
import fr.sisamu.portail.testdb.Rows;
import fr.sisamu.portail.testdb.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class PhoneServiceTest {

    final SwitchStub telephones = new SwitchStub();
    final Portal portal;
    final Rows rows;
    final PhoneService phones;
    final long unit;
    final Desk camille;
    final Desk alix;

    PhoneServiceTest(TestDatabase.Kind database) {
        portal = new Portal(TestDatabase.of(database)).with(DeskPhoneSwitch.class, telephones);
        rows = portal.rows();
        phones = portal.get(PhoneService.class);
        unit = rows.unit("CRRA 68", 43200);
        rows.phone(unit, "6812");
        rows.phone(unit, "6813");
        camille = Desk.of(portal, "Camille", "Durand").in(unit);
        alix = Desk.of(portal, "Alix", "Martin").in(unit);
    }

    @Test
    void linksAFreePhoneAndTellsTheTelephoneSystem() {
        PhoneLinking linking = phones.link(camille.session(), "68 12");

        assertThat(linking).isInstanceOf(Linked.class);
        LinkedPhone linked = ((Linked) linking).phone();
        assertThat(linked.number()).isEqualTo("6812");
        assertThat(linked.onSwitch()).isTrue();
        assertThat(phones.linkedTo(camille.id())).contains(linked);
        assertThat(telephones.told).containsExactly("login 6812");
        assertThat(phones.lastNumberOn(camille.post(), unit)).contains("6812");
    }

    @Test
    void linksAgainWhatTheSessionHolds() {
        phones.link(camille.session(), "6812");

        assertThat(phones.link(camille.session(), "6812")).isInstanceOf(Linked.class);
        assertThat(telephones.told).containsExactly("login 6812");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "68-12", "poste 12", "1234567890123456", "<b>12</b>", "++6812"})
    void refusesWhatIsNoNumber(String typed) {
        assertThat(phones.link(camille.session(), typed)).isEqualTo(new Refused(Reason.MALFORMED));
    }

    @Test
    void refusesWithoutAProfile() {
        WorkSession undecided = Desk.of(portal, "Lou", "Petit").session();

        assertThat(phones.link(undecided, "6812")).isEqualTo(new Refused(Reason.NO_PROFILE));
    }

    @Test
    void refusesAnotherUnitsPhoneAsItRefusesNobodys() {
        rows.phone(rows.unit("CRRA 02", 1800), "0201");
        long retired = rows.phone(unit, "6899");
        rows.run("update phone set active = false where id = ?", retired);

        for (String number : new String[] {"0201", "6899", "4444"}) {
            assertThat(phones.link(camille.session(), number)).isEqualTo(new Refused(Reason.NOT_IN_THIS_UNIT));
        }
    }

    @Test
    void asksBeforeItTakesAColleaguesPhone() {
        phones.link(camille.session(), "6812");

        assertThat(phones.link(alix.session(), "6812"))
                .isEqualTo(
                        new HeldByOther("6812", "Camille Durand", portal.clock().instant()));
        assertThat(phones.linkedTo(camille.id())).isPresent();
    }

    @Test
    void takesOverTellsTheFormerHolderAndTracesBoth() {
        phones.link(camille.session(), "6812");

        assertThat(phones.takeOver(alix.session(), "6812")).isInstanceOf(Linked.class);

        assertThat(phones.linkedTo(camille.id())).isEmpty();
        assertThat(phones.linkedTo(alix.id())).isPresent();
        assertThat(portal.get(NoticeService.class).since(portal.clock().instant()))
                .filteredOn(notice -> notice.sessionId() == camille.id())
                .extracting(Notice::kind, Notice::detail)
                .containsExactly(tuple(NoticeKind.PHONE_TAKEN_OVER, "Alix Martin"));
        assertThat(traced("PHONE_TAKEN_OVER", alix)).isEqualTo("OK ••••12");
        assertThat(traced("PHONE_LOST", camille)).isEqualTo("TAKEN_OVER ••••12");
    }

    @Test
    void waitsWhileTheHolderIsOnACall() {
        phones.link(camille.session(), "6812");
        telephones.state = DeskPhoneSwitch.State.ON_CALL;

        assertThat(phones.takeOver(alix.session(), "6812")).isEqualTo(new OnCall("6812", "Camille Durand"));
        assertThat(phones.linkedTo(camille.id())).isPresent();
    }

    @Test
    void linksAndTakesOverThoughTheTelephoneSystemIsDown() {
        telephones.down = true;

        PhoneLinking linked = phones.link(camille.session(), "6812");
        PhoneLinking taken = phones.takeOver(alix.session(), "6812");

        assertThat(((Linked) linked).phone().onSwitch()).isFalse();
        assertThat(((Linked) taken).phone().onSwitch()).isFalse();
    }

    @Test
    void logsInOnTheTelephoneSystemWhenItIsBack() {
        telephones.down = true;
        phones.link(camille.session(), "6812");
        telephones.down = false;

        phones.link(camille.session(), "6812");

        assertThat(phones.linkedTo(camille.id()).orElseThrow().onSwitch()).isTrue();
    }

    @Test
    void freesTheFormerPhoneWhenAnotherIsLinked() {
        phones.link(camille.session(), "6812");

        phones.link(camille.session(), "6813");

        assertThat(phones.link(alix.session(), "6812")).isInstanceOf(Linked.class);
        assertThat(telephones.told).containsExactly("login 6812", "logout 6812", "login 6813", "login 6812");
    }

    @Test
    void takesAPhoneWhoseLeaseIsOver() {
        phones.link(camille.session(), "6812");
        portal.clock().advance(Duration.ofSeconds(90));
        assertThat(phones.link(alix.session(), "6812")).isInstanceOf(HeldByOther.class);
        portal.clock().advance(Duration.ofSeconds(1));

        assertThat(phones.link(alix.session(), "6812")).isInstanceOf(Linked.class);

        assertThat(phones.linkedTo(camille.id())).isEmpty();
        assertThat(traced("PHONE_LOST", camille)).isEqualTo("LEASE_OVER ••••12");
    }

    @Test
    void keepsAPhoneWhoseLeaseIsRenewed() {
        phones.link(camille.session(), "6812");
        portal.clock().advance(Duration.ofSeconds(80));
        phones.renewLease(camille.id());
        portal.clock().advance(Duration.ofSeconds(80));

        assertThat(phones.link(alix.session(), "6812")).isInstanceOf(HeldByOther.class);
    }

    @Test
    void freesThePhoneOfASessionThatEnds() {
        phones.link(camille.session(), "6812");

        portal.get(WorkSessionService.class).end(camille.id(), EndReason.LOGOUT);

        assertThat(phones.linkedTo(camille.id())).isEmpty();
        assertThat(phones.link(alix.session(), "6812")).isInstanceOf(Linked.class);
        assertThat(telephones.told).containsExactly("login 6812", "logout 6812", "login 6812");
        assertThat(traced("PHONE_RELEASED", camille)).isEqualTo("OK ••••12");
    }

    @Test
    void freesThePhoneOfAnotherUnitWhenTheProfileChanges() {
        phones.link(camille.session(), "6812");
        camille.in(unit);
        assertThat(phones.linkedTo(camille.id())).isPresent();

        camille.in(rows.unit("CRRA 02", 1800));

        assertThat(phones.linkedTo(camille.id())).isEmpty();
    }

    @Test
    void releasesOnce() {
        phones.link(camille.session(), "6812");

        phones.release(camille.id());
        phones.release(camille.id());

        assertThat(phones.linkedTo(camille.id())).isEmpty();
        assertThat(telephones.told).containsExactly("login 6812", "logout 6812");
    }

    @Test
    void remembersTheLastNumberOfEachPost() {
        phones.link(camille.session(), "6812");
        phones.link(camille.session(), "6813");

        assertThat(phones.lastNumberOn(camille.post(), unit)).contains("6813");
        assertThat(phones.lastNumberOn(alix.post(), unit)).isEmpty();
    }

    private String traced(String kind, Desk desk) {
        return rows.one(
                "select outcome || ' ' || detail from audit_entry where kind = ? and account_id = ?",
                kind,
                desk.account());
    }
}

package fr.sisamu.portail.phone;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.phone.PhoneLinking.Linked;
import fr.sisamu.portail.session.WorkSession;
import fr.sisamu.portail.testdb.Portal;
import fr.sisamu.portail.testdb.Rows;
import fr.sisamu.portail.testdb.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two agents, or twenty, at the same instant: the database lets one be the one. */
@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class PhoneRaceTest {

    final Portal portal;
    final Rows rows;
    final PhoneService phones;
    final long unit;

    PhoneRaceTest(TestDatabase.Kind database) {
        portal = new Portal(TestDatabase.of(database)).with(DeskPhoneSwitch.class, new SwitchStub());
        rows = portal.rows();
        phones = portal.get(PhoneService.class);
        unit = rows.unit("CRRA 68", 43200);
        rows.phone(unit, "6812");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 20})
    void oneOfManyLinksAFreePhone(int count) throws Exception {
        List<WorkSession> agents = agents(count);
        for (int round = 0; round < 5; round++) {
            String number = "70" + round;
            long phone = rows.phone(unit, number);

            List<PhoneLinking> answers = atOnce(agents, session -> phones.link(session, number));

            assertThat(answers).filteredOn(Linked.class::isInstance).hasSize(1);
            assertThat(rows.count("phone_link", "phone_id = ?", phone)).isEqualTo(1);
        }
    }

    @Test
    void oneOfManyTakesAPhoneWhoseLeaseIsOver() throws Exception {
        phones.link(Desk.of(portal, "Camille", "Durand").in(unit).session(), "6812");
        portal.clock().advance(Duration.ofMinutes(2));

        List<PhoneLinking> answers = atOnce(agents(20), session -> phones.link(session, "6812"));

        assertThat(answers).filteredOn(Linked.class::isInstance).hasSize(1);
    }

    @Test
    void theFormerHolderIsToldOnceHoweverManyTakeOver() throws Exception {
        Desk camille = Desk.of(portal, "Camille", "Durand").in(unit);
        phones.link(camille.session(), "6812");

        List<PhoneLinking> answers = atOnce(agents(20), session -> phones.takeOver(session, "6812"));

        assertThat(answers).filteredOn(Linked.class::isInstance).isNotEmpty();
        assertThat(rows.count("session_notice", "session_id = ? and kind = 'PHONE_TAKEN_OVER'", camille.id()))
                .isEqualTo(1);
        assertThat(rows.count("phone_link", "phone_id = (select id from phone where unit_id = ?)", unit))
                .isEqualTo(1);
    }

    @Test
    void twoAgentsWhoSwapTheirPhonesDoNotHang() throws Exception {
        rows.phone(unit, "6813");
        for (int round = 0; round < 5; round++) {
            List<WorkSession> two = agents(2);
            WorkSession first = two.get(0);
            phones.takeOver(first, "6812");
            phones.takeOver(two.get(1), "6813");

            List<PhoneLinking> answers =
                    atOnce(two, session -> phones.takeOver(session, session.id() == first.id() ? "6813" : "6812"));

            assertThat(answers).filteredOn(Linked.class::isInstance).isNotEmpty();
        }
    }

    private List<WorkSession> agents(int count) {
        List<WorkSession> sessions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            sessions.add(Desk.of(portal, "Agent", "N" + i).in(unit).session());
        }
        return sessions;
    }

    private static List<PhoneLinking> atOnce(List<WorkSession> sessions, Function<WorkSession, PhoneLinking> deed)
            throws Exception {
        CyclicBarrier start = new CyclicBarrier(sessions.size());
        ExecutorService threads = Executors.newFixedThreadPool(sessions.size());
        try {
            List<Callable<PhoneLinking>> deeds = new ArrayList<>();
            for (WorkSession session : sessions) {
                deeds.add(() -> {
                    start.await();
                    return deed.apply(session);
                });
            }
            List<PhoneLinking> answers = new ArrayList<>();
            for (Future<PhoneLinking> answer : threads.invokeAll(deeds)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }
}

package fr.sisamu.portail.emergency;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.account.AccountId;
import fr.sisamu.portail.message.ChannelKind;
import fr.sisamu.portail.message.MailGateways;
import fr.sisamu.portail.otp.GatewayStub;
import fr.sisamu.portail.supervision.Room;
import fr.sisamu.portail.testdb.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.Test;

/** What the portal says at start of the addresses that are told of an accès de secours. */
class EmergencyStartTest {

    private static final String TOO_LONG = "a".repeat(300) + "@chu.example";

    final Room room = new Room(TestDatabase.Kind.H2);

    @Test
    void namesEachEntryThatCanBeNoAddressAndKeepsTheOthers() {
        AlertStates states = states("garde@chu.example, garde@chu,, +33612345678, 01 42 68 53 00, ," + TOO_LONG);

        assertThat(states.faults())
                .extracting(AlertFault::toString)
                .containsExactly("entry 2: NOT_AN_ADDRESS", "entry 4: NOT_MOBILE", "entry 5: NOT_AN_ADDRESS");
        assertThat(states.told()).isEqualTo(2);
    }

    @Test
    void saysWhichKindOfMessageNobodyTakes() {
        room.portal.with(MailGateways.class, new GatewayStub("mail"));

        assertThat(states("garde@chu.example,+33612345678").unserved()).containsExactly(ChannelKind.SMS);
    }

    @Test
    void findsNoFaultWhereNobodyIsToBeTold() {
        assertThat(states("")).isEqualTo(new AlertStates(0, List.of(), Set.of()));
    }

    @Test
    void warnsAtStartWithoutShowingTheNumber() {
        List<String> said = new ArrayList<>();
        Handler ear = new Handler() {
            @Override
            public void publish(LogRecord line) {
                said.add(line.getLevel() + " " + new SimpleFormatter().formatMessage(line));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger log = Logger.getLogger(EmergencyStart.class.getName());
        log.addHandler(ear);
        try {
            states("01 42 68 53 00");
        } finally {
            log.removeHandler(ear);
        }

        assertThat(said).containsExactly("WARNING portail.emergency.alert, entry 1: NOT_MOBILE: nobody is told there");
    }

    @Test
    void keepsNoAccessFromBeingOpened() {
        room.portal.with("portail.emergency.alert", TOO_LONG + ",garde@chu.example");
        AccountId marie = room.agent("Marie", "Factice", room.unit);
        EmergencyWish wish = new EmergencyWish("Carte bloquée, réseau mobile en panne", 8, Optional.empty());

        assertThat(room.portal.get(EmergencyAccessService.class).open(room.supervisor, room.unit, marie, wish))
                .isInstanceOf(EmergencyOpening.Opened.class);
        assertThat(room.rows.count("message", "account_id = ?", marie.value())).isEqualTo(1);
    }

    private AlertStates states(String alert) {
        return room.portal
                .with("portail.emergency.alert", alert)
                .get(EmergencyStart.class)
                .states();
    }
}

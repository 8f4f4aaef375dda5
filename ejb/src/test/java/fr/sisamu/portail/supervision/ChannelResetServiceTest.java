package fr.sisamu.portail.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sisamu.portail.account.AccountId;
import fr.sisamu.portail.message.ChannelKind;
import fr.sisamu.portail.otp.ChannelService;
import fr.sisamu.portail.role.Actor;
import fr.sisamu.portail.role.Duty;
import fr.sisamu.portail.role.DutyRefusedException;
import fr.sisamu.portail.role.Rights;
import fr.sisamu.portail.testdb.TestDatabase;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class ChannelResetServiceTest {

    final Room room;
    final ChannelResetService resets;
    final AccountId marie;

    ChannelResetServiceTest(TestDatabase.Kind database) {
        room = new Room(database);
        resets = room.portal.get(ChannelResetService.class);
        marie = room.agent("Marie", "Factice", room.unit);
        room.channel(marie, ChannelKind.SMS, "+33612345678");
        room.channel(marie, ChannelKind.MAIL, "marie" + marie.value() + "@chu.example");
    }

    long asked() {
        assertThat(resets.ask(room.supervisor, room.unit, marie, ChannelKind.SMS))
                .isEqualTo(Intervention.DONE);
        return resets.waiting(room.second, room.unit).get(0).id();
    }

    boolean hasSms() {
        return room.portal.get(ChannelService.class).of(marie).stream()
                .anyMatch(channel -> channel.kind() == ChannelKind.SMS);
    }

    @Test
    void resetsOnceASecondPersonConfirmsAndTellsTheAgentOnAllTheirChannels() {
        long reset = asked();
        assertThat(hasSms()).as("asked for is not done").isTrue();

        assertThat(resets.confirm(room.second, room.unit, reset)).isEqualTo(Intervention.DONE);

        assertThat(hasSms()).isFalse();
        assertThat(resets.waiting(room.supervisor, room.unit)).isEmpty();
        assertThat(room.rows.count("message", "account_id = ? and template = 'NOTICE_CHANNEL_REMOVED'", marie.value()))
                .isEqualTo(2);
        assertThat(room.traced(marie))
                .isEqualTo("CHANNEL_RESET by " + Room.loginName(room.karim)
                        + "; before SMS •• •• •• •• 78, after none, asked by " + Room.loginName(room.ines));
        assertThat(room.traced(room.karim)).contains("CHANNEL_RESET", "on " + Room.loginName(marie));
    }

    @Test
    void refusesThatOnePersonBeBoth() {
        long reset = asked();

        assertThat(resets.confirm(room.supervisor, room.unit, reset)).isEqualTo(Intervention.SAME_PERSON);
        Rights own = new Rights(
                new Actor("marie", Optional.of(marie), Optional.empty()),
                Set.of(),
                Set.of(Duty.SUPERVISE),
                Set.of(room.unit),
                true,
                false);
        assertThat(resets.confirm(own, room.unit, reset)).isEqualTo(Intervention.SAME_PERSON);

        assertThat(hasSms()).isTrue();
        assertThatThrownBy(() -> room.rows.run(
                        "update channel_reset set decided_by = asked_by, decision = 'CONFIRMED' where id = ?", reset))
                .as("nor does the database let it be")
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void forgetsWhatNobodyConfirmedWithinAQuarterOfAnHour() {
        long reset = asked();
        room.portal.clock().advance(ChannelResetService.WAIT.minus(Duration.ofSeconds(1)));
        assertThat(resets.waiting(room.second, room.unit)).hasSize(1);

        room.portal.clock().advance(Duration.ofSeconds(1));

        assertThat(resets.confirm(room.second, room.unit, reset)).isEqualTo(Intervention.GONE);
        assertThat(hasSms()).isTrue();
        assertThat(asked()).as("and it may be asked for anew").isNotEqualTo(reset);
    }

    @Test
    void refusesAnAgentOfAnotherUnitAChannelThatIsNoneAndTheSameTwice() {
        AccountId neighbour = room.agent("Zoé", "Voisine", room.elsewhere);
        room.channel(neighbour, ChannelKind.SMS, "+33687654321");
        AccountId bare = room.agent("Léo", "Factice", room.unit);

        assertThat(resets.ask(room.supervisor, room.unit, neighbour, ChannelKind.SMS))
                .isEqualTo(Intervention.NOT_OF_UNIT);
        assertThat(resets.ask(room.supervisor, room.unit, bare, ChannelKind.SMS))
                .isEqualTo(Intervention.NO_CHANNEL);
        asked();
        assertThat(resets.ask(room.second, room.unit, marie, ChannelKind.SMS)).isEqualTo(Intervention.ALREADY_ASKED);
    }

    @Test
    void showsAndDecidesNothingOfAnotherUnit() {
        long reset = asked();

        assertThat(resets.waiting(room.stranger, room.elsewhere)).isEmpty();
        assertThat(resets.confirm(room.stranger, room.elsewhere, reset)).isEqualTo(Intervention.GONE);
        assertThatThrownBy(() -> resets.confirm(room.stranger, room.unit, reset))
                .isInstanceOf(DutyRefusedException.class);
        assertThat(hasSms()).isTrue();
    }

    @Test
    void isRejectedByWhoeverAskedOrAnother() {
        long reset = asked();

        assertThat(resets.reject(room.supervisor, room.unit, reset)).isEqualTo(Intervention.DONE);
        assertThat(resets.reject(room.second, room.unit, reset)).isEqualTo(Intervention.GONE);
        assertThat(resets.confirm(room.second, room.unit, reset)).isEqualTo(Intervention.GONE);

        assertThat(hasSms()).isTrue();
        assertThat(room.traced(marie)).startsWith("CHANNEL_RESET_REJECTED by");
    }

    @Test
    void isConfirmedOnceByAnyNumberOfSecondPersonsAtOnce() throws Exception {
        long reset = asked();

        assertThat(doneOfEightAtOnce(() -> resets.confirm(room.second, room.unit, reset)))
                .isEqualTo(1);
    }

    @Test
    void waitsOnceHoweverManyAskAtOnce() throws Exception {
        assertThat(doneOfEightAtOnce(() -> resets.ask(room.supervisor, room.unit, marie, ChannelKind.SMS)))
                .isEqualTo(1);
        assertThat(resets.waiting(room.second, room.unit)).hasSize(1);
    }

    private static int doneOfEightAtOnce(Callable<Intervention> deed) throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(4);
        try {
            int done = 0;
            for (Future<Intervention> answer : people.invokeAll(Collections.nCopies(8, deed))) {
                done += answer.get() == Intervention.DONE ? 1 : 0;
            }
            return done;
        } finally {
            people.shutdown();
        }
    }
}

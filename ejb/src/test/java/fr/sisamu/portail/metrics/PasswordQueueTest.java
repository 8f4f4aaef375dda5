package fr.sisamu.portail.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sisamu.portail.testdb.Portal;
import fr.sisamu.portail.testdb.TestDatabase;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class PasswordQueueTest {

    final PasswordQueue queue = new Portal(TestDatabase.of(TestDatabase.Kind.H2)).get(PasswordQueue.class);
    final Shown shown = new Shown(queue);

    @Test
    void countsWorkFromItsPlaceInTheLineToItsEnd() throws Exception {
        PasswordQueue.Place<String> place = queue.enter(() -> {
            assertThat(shown.value("portail_password_queue_waiting")).isZero();
            assertThat(shown.value("portail_password_queue_running")).isOne();
            return "done";
        });
        assertThat(shown.value("portail_password_queue_waiting")).isOne();

        assertThat(place.call()).isEqualTo("done");

        assertThat(shown.value("portail_password_queue_running")).isZero();
        assertThat(shown.value("portail_password_queue_wait_seconds_count")).isOne();
        assertThat(shown.value("portail_password_hash_duration_seconds_count")).isOne();
    }

    @Test
    void letsNobodyStandInLineForEverAfterAFault() {
        PasswordQueue.Place<String> place = queue.enter(() -> {
            throw new IllegalStateException("lost");
        });

        assertThatThrownBy(place::call).hasMessage("lost");

        assertThat(shown.value("portail_password_queue_running")).isZero();
    }

    @Test
    void countsWhoeverIsTurnedAway() {
        queue.enter(() -> "never").refuse();

        assertThat(shown.value("portail_password_queue_waiting")).isZero();
        assertThat(shown.value("portail_password_queue_refused_total")).isOne();
    }

    @Test
    void neverCallsWhatWasRefused() {
        PasswordQueue.Place<String> place = queue.enter(() -> "done after all");
        assertThat(place.refuse()).isTrue();

        assertThatThrownBy(place::call).isInstanceOf(CancellationException.class);

        assertThat(shown.value("portail_password_queue_waiting")).isZero();
        assertThat(shown.value("portail_password_hash_duration_seconds_count")).isZero();
    }

    @Test
    void countsNobodyAsTurnedAwayWhoLeft() {
        PasswordQueue.Place<String> place = queue.enter(() -> "never");
        assertThat(place.leave()).isTrue();

        assertThat(place.refuse()).isFalse();

        assertThat(shown.value("portail_password_queue_waiting")).isZero();
        assertThat(shown.value("portail_password_queue_refused_total")).isZero();
    }

    @Test
    void refusesNothingWhoseTurnHasCome() throws Exception {
        AtomicReference<PasswordQueue.Place<String>> place = new AtomicReference<>();
        place.set(queue.enter(() -> {
            assertThat(place.get().refuse()).isFalse();
            return "done";
        }));

        assertThat(place.get().call()).isEqualTo("done");

        assertThat(shown.value("portail_password_queue_waiting")).isZero();
        assertThat(shown.value("portail_password_queue_refused_total")).isZero();
    }

    @Test
    void tellsNoCostBeforeItWasMeasured() {
        assertThat(shown.lines("portail_password_hash_cpu_seconds")).isEmpty();
    }
}

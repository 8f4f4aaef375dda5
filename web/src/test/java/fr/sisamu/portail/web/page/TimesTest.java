package fr.sisamu.portail.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class TimesTest {

    private final Times times = new Times();

    @Test
    void areThoseOfParisInWinterAndInSummer() {
        assertThat(times.moment(Instant.parse("2026-12-31T23:30:00Z"))).isEqualTo("01/01/2027 00:30");
        assertThat(times.moment(Instant.parse("2026-07-14T01:02:03Z"))).isEqualTo("14/07/2026 03:02");
    }

    @Test
    void tellTheSecondOfWhatIsComparedWithOtherRecords() {
        assertThat(times.second(Instant.parse("2026-11-27T19:19:25.010106Z"))).isEqualTo("27/11/2026 20:19:25");
    }

    @Test
    void leaveADayOfTheCalendarWhereItIs() {
        assertThat(times.date(LocalDate.of(2026, 1, 1))).isEqualTo("01/01/2026");
    }
}

package fr.sisamu.portail.throttle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sisamu.portail.testdb.Portal;
import fr.sisamu.portail.testdb.TestDatabase;
import fr.sisamu.portail.testdb.TestDatabase.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ThrottleServiceTest {

    private final String name = "agent." + UUID.randomUUID();
    private final Portal portal =
            new Portal(TestDatabase.of(Kind.H2)).with("portail.throttle.sites", "203.0.113.0/24, 2001:db8::/32");
    private final ThrottleService throttle = portal.get(ThrottleService.class);

    @Test
    void slowsDownAfterTheFreeTriesAndForgivesOnSuccess() {
        Attempt attempt = at("192.0.2.1");
        Instant now = portal.clock().instant();
        for (int i = 0; i < 3; i++) {
            assertThat(throttle.admit(attempt)).isEmpty();
        }
        assertThat(throttle.admit(attempt)).contains(now.plusSeconds(1));
        portal.clock().advance(Duration.ofSeconds(1));
        assertThat(throttle.admit(attempt)).isEmpty();
        assertThat(throttle.admit(attempt)).contains(now.plusSeconds(3));
        portal.clock().advance(Duration.ofSeconds(2));
        assertThat(throttle.admit(attempt)).isEmpty();
        throttle.succeeded(attempt);
        assertThat(throttle.admit(attempt)).isEmpty();
    }

    @Test
    void neverShutsAColleagueOutOfTheirOwnPost() {
        for (int i = 0; i < 50; i++) {
            throttle.admit(at("198.51.100." + i));
        }
        assertThat(throttle.admit(at("192.0.2.2"))).as("anywhere else").isPresent();
        assertThat(throttle.admit(new Attempt(Tried.PASSWORD, name, "192.0.2.2", Optional.of("the post"))))
                .as("at the post")
                .isEmpty();
    }

    @Test
    void limitsAnAddressUnlessItIsADeclaredSite() {
        assertThat(IntStream.range(0, 60).filter(i -> passes("192.0.2.77", i)).count())
                .isEqualTo(40);
        assertThat(IntStream.range(0, 60).filter(i -> passes("203.0.113.9", i)).count())
                .isEqualTo(60);
        assertThat(IntStream.range(0, 60)
                        .filter(i -> passes("2001:db8:0:0:0:0:0:9", i))
                        .count())
                .isEqualTo(60);
    }

    private boolean passes(String address, int i) {
        return throttle.admit(new Attempt(Tried.PASSWORD, name + "." + i, address, Optional.empty()))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void countsTriesThatComeAtOnce(Kind kind) throws Exception {
        ThrottleService service = new Portal(TestDatabase.of(kind)).get(ThrottleService.class);
        ExecutorService threads = Executors.newFixedThreadPool(20);
        try {
            var tries = IntStream.range(0, 20)
                    .mapToObj(i -> threads.submit(() -> service.admit(
                            new Attempt(Tried.PASSWORD, name, "192.0.2." + (100 + i % 2), Optional.of("post")))))
                    .toList();
            int admitted = 0;
            for (Future<Optional<Instant>> each : tries) {
                admitted += each.get().isEmpty() ? 1 : 0;
            }
            assertThat(admitted).isEqualTo(3);
        } finally {
            threads.shutdownNow();
        }
    }

    @ParameterizedTest
    @EnumSource(Tried.class)
    void slowsNothingButWhatIsHammered(Tried hammered) {
        String here = String.format(Locale.ROOT, "2001:db9::%x:%x", name.hashCode() >>> 16, name.hashCode() & 0xffff);
        for (int i = 0; i < 60; i++) {
            throttle.admit(new Attempt(hammered, name, here, Optional.empty()));
            throttle.admit(new Attempt(hammered, name + "." + i, here, Optional.empty()));
            throttle.admit(new Attempt(hammered, name, "198.51.100." + i, Optional.empty()));
        }
        assertThat(throttle.admit(new Attempt(hammered, name, "192.0.2.4", Optional.empty())))
                .as("the account anywhere")
                .isPresent();
        assertThat(throttle.admit(new Attempt(hammered, name + ".new", here, Optional.empty())))
                .as("the place")
                .isPresent();

        assertThat(Tried.values())
                .filteredOn(tried -> tried != hammered)
                .allSatisfy(tried -> assertThat(throttle.admit(new Attempt(tried, name, here, Optional.empty())))
                        .isEmpty());
    }

    @Test
    void namesAMalformedSite() {
        assertThatThrownBy(() -> new Sites("10.0.0.0")).hasMessageContaining("portail.throttle.sites");
        assertThatThrownBy(() -> new Sites("10.0.0.0/40")).hasMessageContaining("portail.throttle.sites");
        assertThatThrownBy(() -> new Sites("chu.example/8")).hasMessageContaining("not an IP address");
    }

    private Attempt at(String address) {
        return new Attempt(Tried.PASSWORD, name, address, Optional.empty());
    }
}

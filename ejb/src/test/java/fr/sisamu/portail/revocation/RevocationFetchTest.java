package fr.sisamu.portail.revocation;

import static fr.sisamu.portail.revocation.ListWorld.GOOD;
import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.testdb.Portal;
import fr.sisamu.portail.testdb.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class RevocationFetchTest {

    final ListWorld world;

    RevocationFetchTest(TestDatabase.Kind database) {
        world = new ListWorld(database);
    }

    private void fetch() {
        world.portal.get(RevocationFetch.class).fetchDue();
    }

    @Test
    void asksTheFirstAddressAlone() {
        world.servers.lists.put("first.example", world.list(1));
        fetch();

        assertThat(world.check(GOOD)).isEqualTo(RevocationAnswer.GOOD);
        assertThat(world.servers.asked).containsExactly("first.example");
    }

    @Test
    void asksTheNextAddressWhenTheFirstIsDown() {
        world.servers.lists.put("second.example", world.list(1));
        fetch();

        assertThat(world.check(GOOD)).isEqualTo(RevocationAnswer.GOOD);
        assertThat(world.servers.asked).containsExactly("first.example", "second.example");
    }

    @Test
    void asksTheNextAddressWhenTheFirstLies() {
        world.servers.lists.put("first.example", new byte[] {1, 2, 3});
        world.servers.lists.put("second.example", world.list(1));
        fetch();

        assertThat(world.check(GOOD)).isEqualTo(RevocationAnswer.GOOD);
    }

    @Test
    void doesNotAskAgainBeforeTheListIsDue() {
        world.servers.lists.put("first.example", world.list(1));
        fetch();
        world.portal.clock().advance(Duration.ofHours(1));
        fetch();

        assertThat(world.servers.asked).hasSize(1);
        world.portal.clock().advance(Duration.ofHours(24));
        fetch();
        assertThat(world.servers.asked).hasSize(2);
    }

    @Test
    void triesAgainSoonAfterAFailureAndKeepsTheListItHas() {
        world.take(world.list(1));
        fetch();
        assertThat(world.servers.asked).hasSize(2);
        world.portal.clock().advance(Duration.ofSeconds(9));
        fetch();
        assertThat(world.servers.asked).hasSize(2);
        world.portal.clock().advance(Duration.ofSeconds(1));
        fetch();

        assertThat(world.servers.asked).hasSize(4);
        assertThat(world.check(GOOD)).isEqualTo(RevocationAnswer.GOOD);
        assertThat(world.portal.get(RevocationStatus.class).authorities())
                .allSatisfy(status -> assertThat(status.lastError()).isPresent());
    }

    @Test
    void isDoneByOneOfTwoNodes() throws Exception {
        world.servers.lists.put("first.example", world.list(1));
        Portal other = world.start();
        // Both know the authority already: what they race for is the lease.
        world.portal.get(FetchLeases.class).announce(AuthorityKey.of(ListWorld.AUTHORITY.certificate()), world.now());
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try {
            Callable<Object> one = Executors.callable(this::fetch);
            Callable<Object> two =
                    Executors.callable(() -> other.get(RevocationFetch.class).fetchDue());
            for (Future<Object> node : nodes.invokeAll(List.of(one, two))) {
                node.get();
            }
        } finally {
            nodes.shutdownNow();
        }

        assertThat(world.servers.asked).hasSize(1);
    }

    @Test
    void keepsTheFullListWhenTheDeltaFails() {
        world.portal.with(
                "portail.revocation.deltas",
                ListWorld.name(ListWorld.AUTHORITY.certificate()) + "|http://delta.example/d.crl");
        world.servers.lists.put("first.example", world.list(1));
        fetch();
        world.portal.clock().advance(Duration.ofHours(1));
        fetch();

        assertThat(world.check(GOOD)).isEqualTo(RevocationAnswer.GOOD);
        assertThat(world.servers.asked).containsExactly("first.example", "delta.example");
    }

    @Test
    void mayBeAnnouncedByTwoNodesAtOnce() {
        String authority = AuthorityKey.of(ListWorld.AUTHORITY.certificate());
        FetchLeases leases = world.portal.get(FetchLeases.class);
        leases.announce(authority, world.now());
        leases.announce(authority, world.now());

        assertThat(leases.all()).hasSize(1);
    }

    @Test
    void leavesALeaseAloneThatAnotherNodeTook() {
        String authority = AuthorityKey.of(ListWorld.AUTHORITY.certificate());
        FetchLeases leases = world.portal.get(FetchLeases.class);
        leases.announce(authority, world.now());
        Instant lost = leases.take(authority, world.now()).orElseThrow();
        world.portal.clock().advance(Duration.ofMinutes(4));
        assertThat(leases.take(authority, world.now())).isPresent();

        leases.finish(authority, lost, world.now(), world.now(), 0, Optional.empty());

        assertThat(leases.take(authority, world.now())).isEmpty();
    }
}

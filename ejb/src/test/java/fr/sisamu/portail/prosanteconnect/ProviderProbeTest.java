package fr.sisamu.portail.prosanteconnect;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.testdb.TestDatabase;
import jakarta.ejb.TimerService;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProviderProbeTest {

    final PscWorld world = new PscWorld(TestDatabase.Kind.H2);
    final List<Long> pauses = new ArrayList<>();

    ProviderProbeTest() {
        world.portal.with(TimerService.class, (TimerService) Proxy.newProxyInstance(
                ProviderProbeTest.class.getClassLoader(),
                new Class<?>[] {TimerService.class},
                (proxy, method, args) -> {
                    pauses.add((Long) args[0]);
                    return null;
                }));
    }

    @Test
    void knowsHowTheProviderStandsBeforeAnybodyLogsIn() {
        ProviderProbe probe = world.portal.get(ProviderProbe.class);
        world.provider.down = true;
        probe.look();
        assertThat(world.service.state().failingSince())
                .contains(world.portal.clock().instant());

        world.provider.down = false;
        probe.look();

        assertThat(world.service.state().available()).isTrue();
    }

    @Test
    void looksAgainAndAgainAtSpreadInstants() {
        ProviderProbe probe = world.portal.get(ProviderProbe.class);
        assertThat(pauses).containsExactly(1L);
        pauses.clear();

        for (int i = 0; i < 50; i++) {
            probe.look();
        }

        assertThat(pauses).hasSize(50).allSatisfy(pause -> assertThat(pause).isBetween(24_000L, 36_000L));
        assertThat(new HashSet<>(pauses)).hasSizeGreaterThan(5);
    }

    @Test
    void neverLooksWithoutAClient() {
        world.portal.get(ProSanteConnectSettings.class).clientId = Optional.empty();

        world.portal.get(ProviderProbe.class);

        assertThat(pauses).isEmpty();
    }
}

package fr.sisamu.portail.web.health;

import fr.sisamu.portail.schema.SchemaState;
import fr.sisamu.portail.web.security.OutOfMemory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/**
 * DOWN when this process can no longer serve and its restart would help: threads that wait for each other, timers or an
 * executor that stand still, memory that ran out, migrations that nobody goes on with. Never for a lost database or
 * partner: a restart brings neither back, and takes what still works.
 */
@Liveness
@ApplicationScoped
public class VitalsLivenessCheck implements HealthCheck {

    /** Many times longer than anything of the portal's own is allowed to wait. */
    private static final Duration DEAD = Duration.ofSeconds(90);

    @Inject
    Vitals vitals;

    @Inject
    OutOfMemory memory;

    @Inject
    SchemaState schema;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("vitals")
                .status(alive())
                .withData("timersSilentSeconds", vitals.timersSilent().toSeconds())
                .withData("executorSilentSeconds", vitals.executorSilent().toSeconds())
                .withData("migrationSilentSeconds", schema.idle().toSeconds())
                .withData("persistenceSpoilt", schema.spoilt())
                .withData("deadlockedThreads", vitals.deadlocked())
                .withData("outOfMemory", memory.isSeen())
                .build();
    }

    boolean alive() {
        return beats(vitals.timersSilent())
                && beats(vitals.executorSilent())
                && beats(schema.idle())
                && !schema.spoilt()
                && vitals.deadlocked() == 0
                && !memory.isSeen();
    }

    private static boolean beats(Duration silent) {
        return silent.compareTo(DEAD) < 0;
    }
}

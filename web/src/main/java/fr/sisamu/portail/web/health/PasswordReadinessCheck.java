package fr.sisamu.portail.web.health;

import fr.sisamu.portail.credential.PasswordHasher;
import fr.sisamu.portail.web.otp.PasswordDesk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Ready only once the hash of passwords is warm: the first logins of a shift must not pay for Java's compiler. */
@Readiness
@ApplicationScoped
public class PasswordReadinessCheck implements HealthCheck {

    @Inject
    PasswordHasher hasher;

    @Inject
    PasswordDesk desk;

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("password")
                .status(hasher.costMillis().isPresent())
                .withData("waiting", desk.waiting());
        hasher.costMillis().ifPresent(millis -> answer.withData("hashMillis", Math.round(millis)));
        return answer.build();
    }
}

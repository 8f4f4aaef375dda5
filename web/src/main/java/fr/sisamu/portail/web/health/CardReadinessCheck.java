package fr.sisamu.portail.web.health;

import fr.sisamu.portail.card.TrustedAuthorities;
import fr.sisamu.portail.revocation.AuthorityStatus;
import fr.sisamu.portail.revocation.RevocationStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * The card way: the lists of each authority with their age, in seconds. DOWN only before the lists kept in the database
 * have been loaded, so that a node just started refuses no good card; lists that are too old are told here and on the
 * login page, but another node would have no better ones.
 */
@Readiness
@ApplicationScoped
public class CardReadinessCheck implements HealthCheck {

    @Inject
    RevocationStatus revocation;

    @Inject
    TrustedAuthorities anchors;

    @Override
    public HealthCheckResponse call() {
        List<AuthorityStatus> authorities = revocation.authorities();
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("card")
                .status(revocation.loaded())
                .withData(
                        "usableAuthorities",
                        authorities.stream().filter(AuthorityStatus::usable).count())
                .withData("authorities", authorities.size());
        anchors.problem().ifPresent(problem -> answer.withData("anchors", problem));
        authorities.forEach(authority -> tell(answer, authority));
        return answer.build();
    }

    private static void tell(HealthCheckResponseBuilder answer, AuthorityStatus authority) {
        String name = authority.authority();
        answer.withData(name + " state", authority.state().name());
        authority.age().ifPresent(age -> answer.withData(name + " ageSeconds", age.toSeconds()));
        authority.nextUpdate().ifPresent(next -> answer.withData(name + " nextUpdate", next.toString()));
        authority.bypassUntil().ifPresent(until -> answer.withData("bypassUntil", until.toString()));
        authority.lastError().ifPresent(error -> answer.withData(name + " lastError", error));
    }
}

package fr.sisamu.portail.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sisamu.portail.directory.TokenCreation.Outcome;
import fr.sisamu.portail.role.Duty;
import fr.sisamu.portail.role.DutyRefusedException;
import fr.sisamu.portail.role.Rights;
import fr.sisamu.portail.secret.Secrets;
import fr.sisamu.portail.testdb.Portal;
import fr.sisamu.portail.testdb.TestDatabase;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class MachineTokenServiceTest {

    private static final Rights ADMINISTRATOR = Rights.ofToken("hugo", Set.of(Duty.CHANGE_ROLES, Duty.IMPORT));

    final Portal portal;
    final MachineTokenService tokens;

    MachineTokenServiceTest(TestDatabase.Kind database) {
        portal = new Portal(TestDatabase.of(database));
        portal.rows().run("delete from import_token");
        portal.rows().run("delete from login_throttle");
        tokens = portal.get(MachineTokenService.class);
    }

    private String secret() {
        return tokens.create(ADMINISTRATOR, "rh", TokenScope.IMPORT, 30)
                .secret()
                .orElseThrow();
    }

    private Optional<Rights> rightsOf(String presented) {
        return tokens.judge(presented, "192.0.2.7", TokenScope.IMPORT).rights();
    }

    @Test
    void opensTheDoorOfImportsAndNoOther() {
        Rights rights = rightsOf(secret()).orElseThrow();

        assertThat(rights.everywhere()).containsExactly(Duty.IMPORT);
        assertThat(rights.actor().name()).isEqualTo("rh");
        assertThatThrownBy(() -> tokens.create(rights, "another", TokenScope.IMPORT, 1))
                .isInstanceOf(DutyRefusedException.class);
        assertThatThrownBy(() -> tokens.revoke(rights, 1)).isInstanceOf(DutyRefusedException.class);
    }

    @Test
    void opensOnlyWhatItWasMadeFor() {
        String importing = secret();
        String provisioning = tokens.create(ADMINISTRATOR, "annuaire", TokenScope.SCIM, 30)
                .secret()
                .orElseThrow();

        assertThat(tokens.judge(importing, "192.0.2.7", TokenScope.SCIM).rights())
                .isEmpty();
        assertThat(rightsOf(provisioning)).isEmpty();
        Rights rights = tokens.judge(provisioning, "192.0.2.7", TokenScope.SCIM)
                .rights()
                .orElseThrow();
        assertThat(rights.everywhere()).containsExactly(Duty.PROVISION);
        assertThat(rights.actor().name()).isEqualTo("SCIM annuaire");
        assertThat(tokens.all(ADMINISTRATOR).get(0).scope()).isEqualTo(TokenScope.SCIM);
    }

    @Test
    void keepsNoSecret() {
        String secret = secret();

        assertThat(portal.rows().one("select digest from import_token")).isEqualTo(Secrets.digest(secret));
        assertThat(tokens.create(ADMINISTRATOR, "other", TokenScope.IMPORT, 1).toString())
                .doesNotContain("secret");
    }

    @Test
    void isRefusedFromTheInstantItExpires() {
        String secret = secret();
        portal.clock().advance(Duration.ofDays(30).minusSeconds(1));
        assertThat(rightsOf(secret)).isPresent();

        portal.clock().advance(Duration.ofSeconds(1));
        assertThat(rightsOf(secret)).isEmpty();
    }

    @Test
    void isRefusedOnceRevoked() {
        String secret = secret();
        long id = tokens.all(ADMINISTRATOR).get(0).id();

        assertThat(tokens.revoke(ADMINISTRATOR, id)).isTrue();
        assertThat(tokens.revoke(ADMINISTRATOR, id)).isFalse();
        assertThat(rightsOf(secret)).isEmpty();
        assertThat(tokens.all(ADMINISTRATOR).get(0).isGood(portal.clock().instant()))
                .isFalse();
    }

    @Test
    void refusesNamesAndLifetimesThatAreNone() {
        secret();
        assertThat(tokens.create(ADMINISTRATOR, "rh", TokenScope.IMPORT, 1).outcome())
                .isEqualTo(Outcome.NAME_TAKEN);
        assertThat(tokens.create(ADMINISTRATOR, "<b>", TokenScope.IMPORT, 1).outcome())
                .isEqualTo(Outcome.BAD_NAME);
        assertThat(tokens.create(ADMINISTRATOR, "", TokenScope.IMPORT, 1).outcome())
                .isEqualTo(Outcome.BAD_NAME);
        assertThat(tokens.create(ADMINISTRATOR, "x", TokenScope.IMPORT, 0).outcome())
                .isEqualTo(Outcome.BAD_LIFETIME);
        assertThat(tokens.create(ADMINISTRATOR, "x", TokenScope.IMPORT, 366).outcome())
                .isEqualTo(Outcome.BAD_LIFETIME);
    }

    @Test
    void slowsDownWhoeverGuesses() {
        String secret = secret();
        for (int i = 0; i < 40; i++) {
            assertThat(rightsOf("guess" + i)).isEmpty();
        }

        TokenVerdict verdict = tokens.judge(secret, "192.0.2.7", TokenScope.IMPORT);

        assertThat(verdict.rights()).isEmpty();
        assertThat(verdict.retryAt()).isPresent();
        assertThat(tokens.judge(secret, "192.0.2.8", TokenScope.IMPORT).rights())
                .isPresent();
    }

    @Test
    void isNotSlowedDownByItsOwnUse() {
        String secret = secret();
        for (int i = 0; i < 100; i++) {
            assertThat(rightsOf(secret)).isPresent();
        }
    }

    @Test
    void tracesWhatIsRefused() {
        long before = portal.rows().count("audit_entry", "kind = 'IMPORT_TOKEN' and outcome = 'REFUSED'");

        rightsOf("wrong");

        assertThat(portal.rows().count("audit_entry", "kind = 'IMPORT_TOKEN' and outcome = 'REFUSED'"))
                .isEqualTo(before + 1);
        assertThat(portal.rows().count("audit_entry", "detail like '%wrong%'")).isZero();
    }
}

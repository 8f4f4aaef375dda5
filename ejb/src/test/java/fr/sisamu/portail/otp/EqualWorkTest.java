package fr.sisamu.portail.otp;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.emergency.EmergencyLoginService;
import fr.sisamu.portail.message.ChannelKind;
import fr.sisamu.portail.otp.OtpLoginService.Claim;
import fr.sisamu.portail.testdb.StatementRecorder;
import fr.sisamu.portail.testdb.TestDatabase.Kind;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * While somebody waits for an answer, the database is asked the same for an identifier that an account has and for one that
 * nobody has: so the time of the answer does not say which it is.
 */
@ParameterizedClass
@EnumSource(Kind.class)
class EqualWorkTest {

    private static final String POST = "p".repeat(43);

    final StatementRecorder database;
    final OtpWorld world;
    final RecoveryService recovery;
    final List<Runnable> afterwards = new ArrayList<>();
    int hosts;

    EqualWorkTest(Kind kind) {
        database = new StatementRecorder(kind);
        world = new OtpWorld(database.database()).withChannel(ChannelKind.SMS);
        world.portal.with(ManagedExecutorService.class, (ManagedExecutorService) Proxy.newProxyInstance(
                EqualWorkTest.class.getClassLoader(),
                new Class<?>[] {ManagedExecutorService.class},
                (proxy, method, args) -> afterwards.add((Runnable) args[0])));
        recovery = world.portal.get(RecoveryService.class);
    }

    @Test
    void asksTheSameOfTheDatabaseForAForgottenPassword() {
        assertEqual(name -> forget(name));

        afterwards.forEach(Runnable::run);
        assertThat(world.sms.letters()).as("codes of the one who is known").isNotEmpty();
    }

    @Test
    void asksTheSameWhenTheCodeOfAForgottenPasswordIsLookedAtAndAnswered() {
        String known = forget(world.loginName);
        String nobody = forget("per.sonne");
        afterwards.forEach(Runnable::run);
        String wrong = OtpWorld.another(world.sms.lastCode());

        assertThat(database.during(() -> recovery.awaited(known)))
                .isNotEmpty()
                .isEqualTo(database.during(() -> recovery.awaited(nobody)));
        assertThat(recovery.awaited(known).orElseThrow().status())
                .isEqualTo(recovery.awaited(nobody).orElseThrow().status());
        assertThat(database.during(() -> recovery.answer(known, wrong)))
                .isNotEmpty()
                .isEqualTo(database.during(() -> recovery.answer(nobody, wrong)));
    }

    @Test
    void asksTheSameForAWrongPassword() {
        assertEqual(name -> world.logins()
                .begin(new Claim(
                        name, "not the password", host(), Optional.of(POST), Optional.empty(), Locale.FRENCH)));
    }

    @Test
    void asksTheSameForTheSecretOfAnEmergencyAccess() {
        EmergencyLoginService logins = world.portal.get(EmergencyLoginService.class);

        assertEqual(name ->
                logins.answer(new EmergencyLoginService.Claim(name, "ABCD-EFGH-JKLM", host(), Optional.of(POST))));
    }

    private String forget(String name) {
        return recovery.begin(name, ChannelKind.SMS, host(), Locale.FRENCH)
                .browserSecret()
                .orElseThrow();
    }

    private void assertEqual(Consumer<String> request) {
        request.accept("warm.up");
        List<String> known = database.during(() -> request.accept(world.loginName));
        List<String> nobody = database.during(() -> request.accept("per.sonne" + world.account));

        assertThat(known).hasSizeGreaterThan(4).isEqualTo(nobody);
    }

    private String host() {
        return world.origin(100 + hosts++);
    }
}

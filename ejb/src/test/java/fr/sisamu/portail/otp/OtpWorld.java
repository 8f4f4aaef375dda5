package fr.sisamu.portail.otp;

import fr.sisamu.portail.account.Account;
import fr.sisamu.portail.account.AccountId;
import fr.sisamu.portail.account.AccountService;
import fr.sisamu.portail.audit.SupportCode;
import fr.sisamu.portail.credential.NewPassword;
import fr.sisamu.portail.credential.PasswordService;
import fr.sisamu.portail.credential.Recovered;
import fr.sisamu.portail.message.ChannelKind;
import fr.sisamu.portail.message.MailGateways;
import fr.sisamu.portail.message.SmsGateways;
import fr.sisamu.portail.otp.OtpLoginService.Claim;
import fr.sisamu.portail.session.AssuranceLevel;
import fr.sisamu.portail.session.LoginMethod;
import fr.sisamu.portail.session.NewSession;
import fr.sisamu.portail.session.WorkSession;
import fr.sisamu.portail.session.WorkSessionService;
import fr.sisamu.portail.testdb.Portal;
import fr.sisamu.portail.testdb.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/** An agent with a profile, a password and channels of their own, on a portal whose messages a test can read. */
final class OtpWorld {

    static final String PASSWORD = "quatre chevaux mangent la lune";

    final GatewayStub sms = new GatewayStub("sms");
    final GatewayStub mail = new GatewayStub("mail");
    final Portal portal;
    final long account;
    final String loginName;
    final String number;
    final String address;
    final long unit;

    private final TestDatabase database;

    OtpWorld(TestDatabase.Kind kind) {
        this(TestDatabase.of(kind));
    }

    OtpWorld(TestDatabase database) {
        this.database = database;
        portal = portal();
        account = portal.rows().account("Léa", "Arm-Factice");
        loginName = "agent." + account;
        number = "+336" + String.format(Locale.ROOT, "%08d", account % 100_000_000);
        address = "agent" + account + "@chu.example";
        unit = portal.rows().unit("CRRA", 3600);
        portal.rows().profile(account, unit, "Médecin régulateur", LocalDate.of(2025, 1, 1), null);
        password(PASSWORD, Optional.empty());
    }

    private Portal portal() {
        return new Portal(database)
                .with(
                        "portail.security.key",
                        Base64.getEncoder()
                                .encodeToString("a key of at least thirty-two bytes".getBytes(StandardCharsets.UTF_8)))
                .with("portail.url", "https://www.portail.example")
                .with("portail.password.memory-kib", "64")
                .with("portail.password.iterations", "1")
                .with(SmsGateways.class, sms)
                .with(MailGateways.class, mail);
    }

    /** Another agent, in the same database. */
    OtpWorld another() {
        return new OtpWorld(database);
    }

    /** Another server on the same database and providers. */
    Portal anotherNode() {
        return portal();
    }

    OtpWorld withChannel(ChannelKind kind) {
        Instant now = portal.clock().instant();
        portal.inTransaction(() -> portal.get(ChannelStore.class)
                .put(new AccountId(account), kind, kind == ChannelKind.SMS ? number : address, now));
        return this;
    }

    void password(String password, Optional<Recovered> recovered) {
        PasswordService passwords = portal.get(PasswordService.class);
        NewPassword prepared = passwords.prepare(person(), password);
        portal.inTransaction(() -> passwords.set(new AccountId(account), prepared, recovered));
    }

    Account person() {
        return portal.get(AccountService.class).find(new AccountId(account)).orElseThrow();
    }

    OtpLoginService logins() {
        return portal.get(OtpLoginService.class);
    }

    /** Where this agent sits; no other test comes from there. */
    String origin(int host) {
        return "10." + account % 250 + "." + account / 250 % 250 + "." + host;
    }

    LoginStart begin(String password) {
        return begin(loginName, password, origin(1), Optional.empty());
    }

    LoginStart begin(String name, String password, String from, Optional<String> browserSecret) {
        return logins().begin(new Claim(name, password, from, Optional.empty(), browserSecret, Locale.FRENCH));
    }

    /** The secret of a browser that now awaits a code. */
    String begun() {
        return ((LoginStart.Started) begin(PASSWORD)).browserSecret();
    }

    WorkSession session(LoginMethod method) {
        WorkSessionService sessions = portal.get(WorkSessionService.class);
        return sessions.find(sessions.open(new NewSession(
                                new AccountId(account),
                                method,
                                AssuranceLevel.STRONG,
                                Optional.empty(),
                                "192.0.2.1",
                                SupportCode.random()))
                        .token())
                .orElseThrow();
    }

    static String another(String code) {
        return (code.charAt(0) == '9' ? "0" : "9") + code.substring(1);
    }
}

package fr.sisamu.portail.otp;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.account.AccountId;
import fr.sisamu.portail.audit.SupportCode;
import fr.sisamu.portail.message.ChannelKind;
import fr.sisamu.portail.message.Letter;
import fr.sisamu.portail.otp.UndoService.Undo;
import fr.sisamu.portail.session.LoginMethod;
import fr.sisamu.portail.session.WorkSession;
import fr.sisamu.portail.testdb.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A change of channels or password that its owner takes back. */
@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class UndoServiceTest {

    private static final Pattern LINK =
            Pattern.compile("https://www\\.portail\\.example/undo\\.xhtml\\?s=([0-9A-Z]{26})");
    private static final String NEW = "un vieux tracteur bleu sans roues";
    private static final String GSM = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    final OtpWorld world;
    final ChannelService channels;
    final UndoService undos;
    final AccountId account;

    UndoServiceTest(TestDatabase.Kind kind) {
        world = new OtpWorld(kind).withChannel(ChannelKind.SMS).withChannel(ChannelKind.MAIL);
        channels = world.portal.get(ChannelService.class);
        undos = world.portal.get(UndoService.class);
        account = new AccountId(world.account);
        time(Duration.ofDays(30));
    }

    private void time(Duration duration) {
        world.portal.clock().advance(duration);
    }

    /** Whoever sits at the post with a fresh proof sets a channel of theirs. */
    private void add(ChannelKind kind, String address) {
        time(Duration.ofMinutes(1));
        WorkSession session = world.session(LoginMethod.CARD);
        assertThat(channels.test(session, kind, address, Locale.FRENCH)).isEmpty();
        String code = (kind == ChannelKind.SMS ? world.sms : world.mail).lastCode();
        assertThat(channels.confirm(session, kind, code, Locale.FRENCH)).isEqualTo(CodeCheck.RIGHT);
    }

    private void remove(ChannelKind kind) {
        time(Duration.ofMinutes(1));
        assertThat(channels.remove(world.session(LoginMethod.CARD), kind, Locale.FRENCH))
                .isEmpty();
    }

    private void setPassword() {
        time(Duration.ofMinutes(1));
        assertThat(world.portal.get(PasswordChanges.class).set(world.session(LoginMethod.CARD), NEW, Locale.FRENCH))
                .isEmpty();
    }

    private List<String> addresses() {
        return channels.of(account).stream().map(OtpChannel::address).toList();
    }

    private static Optional<String> secretIn(Letter letter) {
        Matcher link = LINK.matcher(letter.text());
        return link.find() ? Optional.of(link.group(1)) : Optional.empty();
    }

    private Letter lastTo(GatewayStub provider, String address) {
        return provider.letters().stream()
                .filter(letter -> letter.address().equals(address))
                .reduce((one, other) -> other)
                .orElseThrow();
    }

    private String secretOnThePhone() {
        return secretIn(lastTo(world.sms, world.number)).orElseThrow();
    }

    private Undo undo(String secret) {
        time(Duration.ofMinutes(1));
        return undos.undo(secret, world.origin(1), Locale.FRENCH);
    }

    private Undo look(String secret) {
        return undos.look(secret, world.origin(1));
    }

    @Test
    void showsWhatItWouldBeAndChangesNothingByThat() {
        Instant before = world.portal.clock().instant();
        add(ChannelKind.MAIL, "voleur@ailleurs.example");

        Undo.Open open = (Undo.Open) look(secretOnThePhone());

        assertThat(open.kind()).isEqualTo(ChangeKind.CHANNEL_ADDED);
        assertThat(open.what()).isEqualTo("v•••@ailleurs.example");
        assertThat(open.changedAt()).isAfter(before);
        assertThat(open.expiresAt()).isEqualTo(open.changedAt().plus(Duration.ofHours(24)));
        assertThat(open.channels())
                .hasSize(2)
                .allSatisfy(masked -> assertThat(masked).contains("•"));
        assertThat(addresses()).containsExactly(world.number, "voleur@ailleurs.example");
        assertThat(look(secretOnThePhone())).isEqualTo(open);
    }

    @Test
    void bringsAReplacedChannelBackAndEndsEverySessionAndTells() {
        Instant verified = channels.of(account).get(1).verifiedAt();
        WorkSession thief = world.session(LoginMethod.OTP);
        add(ChannelKind.MAIL, "voleur@ailleurs.example");
        Letter told = lastTo(world.mail, world.address);
        assertThat(told.text()).contains("v•••@ailleurs.example");

        assertThat(undo(secretIn(told).orElseThrow())).isInstanceOf(Undo.Done.class);

        assertThat(addresses()).containsExactly(world.number, world.address);
        assertThat(channels.of(account).get(1).verifiedAt()).isEqualTo(verified);
        assertThat(world.portal.rows().one("select end_reason from work_session where id = ?", thief.id()))
                .isEqualTo("CHANGE_UNDONE");
        assertThat(world.portal.rows().count("work_session", "account_id = ? and ended_at is null", world.account))
                .isZero();
        assertThat(lastTo(world.mail, world.address).text()).contains("annulé").doesNotContain("undo.xhtml");
        assertThat(lastTo(world.sms, world.number).text()).contains("annulé");
        assertThat(lastTo(world.mail, "voleur@ailleurs.example").text()).doesNotContain("annulé");
        assertThat(world.portal
                        .rows()
                        .count(
                                "audit_entry",
                                "kind = 'CHANGE_UNDONE' and outcome = 'CHANNEL_ADDED' and account_id = ?",
                                world.account))
                .isEqualTo(1);
    }

    @Test
    void takesAnAddedChannelAwayWhereThereWasNone() {
        remove(ChannelKind.MAIL);
        time(Duration.ofDays(2));
        add(ChannelKind.MAIL, "voleur@ailleurs.example");
        undo(secretOnThePhone());

        assertThat(addresses()).containsExactly(world.number);
    }

    @Test
    void bringsARemovedChannelBack() {
        remove(ChannelKind.SMS);
        assertThat(addresses()).containsExactly(world.address);

        undo(secretOnThePhone());

        assertThat(addresses()).containsExactly(world.number, world.address);
    }

    @Test
    void withdrawsAPasswordAndBringsNoFormerOneBack() {
        setPassword();

        assertThat(undo(secretOnThePhone())).isInstanceOf(Undo.Done.class);

        assertThat(world.begin(NEW)).isEqualTo(new LoginStart.Refused(LoginStart.Reason.WRONG));
        assertThat(world.begin(OtpWorld.PASSWORD)).isEqualTo(new LoginStart.Refused(LoginStart.Reason.WRONG));
        assertThat(addresses()).containsExactly(world.number, world.address);
    }

    @Test
    void withdrawsAPasswordThatWasRecoveredByAChannelInTheWrongHands() {
        RecoveryService recovery = world.portal.get(RecoveryService.class);
        String browser = recovery.begin(world.loginName, ChannelKind.MAIL, world.origin(2), Locale.FRENCH)
                .browserSecret()
                .orElseThrow();
        recovery.answer(browser, world.mail.lastCode());
        assertThat(recovery.choose(browser, NEW, Locale.FRENCH)).isEmpty();

        Undo.Done done = (Undo.Done) undo(secretOnThePhone());

        assertThat(done.kind()).isEqualTo(ChangeKind.PASSWORD_RECOVERED);
        assertThat(world.begin(NEW)).isEqualTo(new LoginStart.Refused(LoginStart.Reason.WRONG));
    }

    @Test
    void leavesAPasswordFromBeforeAsItIs() {
        add(ChannelKind.MAIL, "voleur@ailleurs.example");
        undo(secretOnThePhone());

        assertThat(world.begin(OtpWorld.PASSWORD)).isInstanceOf(LoginStart.Started.class);
    }

    @Test
    void ofTheFirstChangeTakesEverythingBackThatCameAfterIt() {
        add(ChannelKind.MAIL, "voleur@ailleurs.example");
        String first = secretOnThePhone();
        remove(ChannelKind.SMS);
        String second = secretOnThePhone();
        setPassword();

        assertThat(undo(first)).isInstanceOf(Undo.Done.class);

        assertThat(addresses()).containsExactly(world.number, world.address);
        assertThat(world.begin(NEW)).isEqualTo(new LoginStart.Refused(LoginStart.Reason.WRONG));
        assertThat(undo(second)).as("it belongs to what is gone").isInstanceOf(Undo.Gone.class);
        assertThat(addresses()).containsExactly(world.number, world.address);
    }

    @Test
    void ofTheSecondChangeLeavesThatOfTheFirst() {
        add(ChannelKind.MAIL, "voleur@ailleurs.example");
        String first = secretOnThePhone();
        remove(ChannelKind.SMS);
        String second = secretOnThePhone();

        assertThat(undo(second)).isInstanceOf(Undo.Done.class);
        assertThat(addresses()).containsExactly(world.number, "voleur@ailleurs.example");

        assertThat(undo(first)).isInstanceOf(Undo.Done.class);
        assertThat(addresses()).containsExactly(world.number, world.address);
    }

    @Test
    void isNotGivenToAChannelWhoseOwnArrivalCanStillBeUndone() {
        add(ChannelKind.MAIL, "voleur@ailleurs.example");
        remove(ChannelKind.MAIL);

        assertThat(secretIn(lastTo(world.mail, "voleur@ailleurs.example"))).isEmpty();
        assertThat(lastTo(world.mail, "voleur@ailleurs.example").text()).contains("administrateur");
        assertThat(secretIn(lastTo(world.sms, world.number))).isPresent();
    }

    @Test
    void isGivenNobodyForADayAfterAnUndoing() {
        remove(ChannelKind.MAIL);
        undo(secretOnThePhone());
        remove(ChannelKind.MAIL);
        assertThat(secretIn(lastTo(world.sms, world.number))).isEmpty();
        assertThat(secretIn(lastTo(world.mail, world.address))).isEmpty();

        time(Duration.ofHours(24));
        setPassword();
        assertThat(secretIn(lastTo(world.sms, world.number))).isPresent();
    }

    @Test
    void isPossibleForADayAndNoLonger() {
        add(ChannelKind.MAIL, "voleur@ailleurs.example");
        String secret = secretOnThePhone();
        time(Duration.ofHours(24).minusMinutes(2));
        assertThat(look(secret)).isInstanceOf(Undo.Open.class);
        time(Duration.ofMinutes(2));

        assertThat(look(secret)).isInstanceOf(Undo.Gone.class);
        assertThat(undo(secret)).isInstanceOf(Undo.Gone.class);
        assertThat(addresses()).contains("voleur@ailleurs.example");
    }

    @Test
    void isDoneByExactlyOneOfManyAtOnce() throws Exception {
        add(ChannelKind.MAIL, "voleur@ailleurs.example");
        String secret = secretOnThePhone();
        List<Callable<Undo>> all = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            int host = i + 10;
            all.add(() -> undos.undo(secret, world.origin(host), Locale.FRENCH));
        }

        assertThat(atOnce(all))
                .as("done, or slowed down")
                .allSatisfy(undo -> assertThat(undo).isInstanceOfAny(Undo.Done.class, Undo.Delayed.class))
                .hasAtLeastOneElementOfType(Undo.Done.class);
        assertThat(world.portal.rows().count("audit_entry", "kind = 'CHANGE_UNDONE' and account_id = ?", world.account))
                .isEqualTo(1);
        assertThat(world.portal
                        .rows()
                        .count("message", "template = 'NOTICE_CHANGE_UNDONE' and account_id = ?", world.account))
                .as("one for each channel")
                .isEqualTo(2);
    }

    /** Each holds rows that others want: none may wait for another in a circle. */
    @Test
    void goesOnBesideLoginsAndChangesAtTheSameTime() throws Exception {
        add(ChannelKind.MAIL, "voleur@ailleurs.example");
        String secret = secretOnThePhone();
        List<Callable<Object>> all = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            int host = i + 30;
            all.add(() -> world.begin(world.loginName, OtpWorld.PASSWORD, world.origin(host), Optional.empty()));
            all.add(() -> channels.remove(world.session(LoginMethod.CARD), ChannelKind.MAIL, Locale.FRENCH));
            all.add(() -> undos.undo(secret, world.origin(host), Locale.FRENCH));
        }

        assertThat(atOnce(all)).hasSize(12).doesNotContainNull();
    }

    private static <T> List<T> atOnce(List<Callable<T>> all) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(all.size());
        try {
            List<T> answers = new ArrayList<>();
            for (Future<T> answer : threads.invokeAll(all)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    /** The form was on its way, or the session of before was not yet ended. */
    @Test
    void stopsWhatASessionFromBeforeStillDoes() {
        add(ChannelKind.MAIL, "voleur@ailleurs.example");
        String secret = secretOnThePhone();
        WorkSession thief = world.session(LoginMethod.CARD);
        channels.test(thief, ChannelKind.MAIL, "encore@ailleurs.example", Locale.FRENCH);
        String code = world.mail.lastCode();
        undo(secret);

        assertThat(channels.confirm(thief, ChannelKind.MAIL, code, Locale.FRENCH))
                .isEqualTo(CodeCheck.PROOF_TOO_OLD);
        assertThat(world.portal.get(PasswordChanges.class).set(thief, NEW, Locale.FRENCH))
                .isPresent();
        assertThat(addresses()).containsExactly(world.number, world.address);
    }

    @Test
    void bringsNoChannelBackThatTwoSupervisorsHaveReset() {
        add(ChannelKind.MAIL, "nouvelle@chu.example");
        String fromTheStolenPhone = secretOnThePhone();
        world.portal.inTransaction(() -> channels.reset(account, ChannelKind.SMS, SupportCode.random()));

        assertThat(secretIn(lastTo(world.sms, world.number)))
                .as("nor is one sent")
                .isEmpty();
        assertThat(undo(fromTheStolenPhone)).isInstanceOf(Undo.Gone.class);
        assertThat(addresses()).containsExactly("nouvelle@chu.example");
    }

    @Test
    void opensNothingOfAClosedAccount() {
        add(ChannelKind.MAIL, "voleur@ailleurs.example");
        String secret = secretOnThePhone();
        world.portal.rows().run("update account set status = 'CLOSED' where id = ?", world.account);

        assertThat(undo(secret)).isInstanceOf(Undo.Gone.class);
        assertThat(addresses()).contains("voleur@ailleurs.example");
    }

    @Test
    void takesTheCodeAsPeopleTypeIt() {
        add(ChannelKind.MAIL, "voleur@ailleurs.example");
        String secret = secretOnThePhone();
        String typed = " " + secret.substring(0, 5).toLowerCase(Locale.ROOT) + "-"
                + secret.substring(5).replace('0', 'O') + " ";

        assertThat(look(typed)).isInstanceOf(Undo.Open.class);
    }

    @Test
    void isNotGuessedAndSlowsDownWhoeverTries() {
        assertThat(look("")).isInstanceOf(Undo.Gone.class);
        assertThat(look("0".repeat(26))).isInstanceOf(Undo.Gone.class);
        String from = world.origin(99);
        for (int i = 0; i < 60; i++) {
            undos.look(String.format(Locale.ROOT, "%026d", i), from);
        }
        assertThat(undos.look("1".repeat(26), from)).isInstanceOf(Undo.Delayed.class);
    }

    /** Else a thief at the post beside its owner could keep the way back shut. */
    @Test
    void isNeverSlowedDownForWhoeverHasIt() {
        add(ChannelKind.MAIL, "voleur@ailleurs.example");
        String secret = secretOnThePhone();
        String from = world.origin(98);
        for (int i = 0; i < 60; i++) {
            undos.look(String.format(Locale.ROOT, "%026d", 1_000 + i), from);
        }

        assertThat(undos.look(secret, from)).isInstanceOf(Undo.Open.class);
        assertThat(undos.undo(secret, from, Locale.FRENCH)).isInstanceOf(Undo.Done.class);
    }

    @Test
    void standsNowhereButInTheMessage() {
        add(ChannelKind.MAIL, "voleur@ailleurs.example");
        String secret = secretOnThePhone();
        look(secret);
        undo(secret);

        for (String column : List.of("id", "secret_digest", "what", "before_sealed")) {
            assertThat(world.portal
                            .rows()
                            .count(
                                    "credential_undo",
                                    column + " like ? or " + column + " like ?",
                                    "%" + secret + "%",
                                    "%" + world.address + "%"))
                    .as(column)
                    .isZero();
        }
        assertThat(world.portal.rows().count("message", "detail like ? or undo_id = ?", "%" + secret + "%", secret))
                .isZero();
        assertThat(world.portal.rows().count("audit_entry", "detail like ?", "%" + secret + "%"))
                .isZero();
    }

    @Test
    void isOfferedInOneSms() {
        add(ChannelKind.MAIL, "voleur@ailleurs.example");
        assertOneSms(lastTo(world.sms, world.number).text());
        remove(ChannelKind.SMS);
        assertOneSms(lastTo(world.sms, world.number).text());
        assertThat(secretIn(lastTo(world.sms, world.number))).isPresent();
    }

    private static void assertOneSms(String text) {
        assertThat(text).hasSizeLessThanOrEqualTo(160);
        assertThat(text.chars()).allMatch(each -> GSM.indexOf(each) >= 0);
    }

    @Test
    void isNotOfferedWhereTheSettingsWantNone() {
        OtpWorld without = world.another();
        without.portal.with("portail.otp.undo", "PT0S");
        without.withChannel(ChannelKind.SMS);
        without.portal
                .get(ChannelService.class)
                .remove(without.session(LoginMethod.CARD), ChannelKind.SMS, Locale.FRENCH);

        assertThat(without.sms.last().text()).contains("administrateur").doesNotContain("undo");
        assertThat(without.portal.rows().count("credential_undo", "account_id = ?", without.account))
                .isZero();
    }

    @Test
    void isForgottenOnceNothingHangsOnIt() {
        add(ChannelKind.MAIL, "voleur@ailleurs.example");
        time(Duration.ofHours(47));
        world.portal.get(ChallengePurge.class).forgetOld();
        assertThat(world.portal.rows().count("credential_undo", "account_id = ?", world.account))
                .isEqualTo(1);

        time(Duration.ofHours(2));
        world.portal.get(ChallengePurge.class).forgetOld();
        assertThat(world.portal.rows().count("credential_undo", "account_id = ?", world.account))
                .isZero();
    }
}

package fr.sisamu.portail.otp;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.audit.SupportCode;
import fr.sisamu.portail.message.ChannelKind;
import fr.sisamu.portail.otp.LoginStart.Reason;
import fr.sisamu.portail.otp.LoginStart.Started;
import fr.sisamu.portail.otp.OtpLoginService.Claim;
import fr.sisamu.portail.secret.Secrets;
import fr.sisamu.portail.session.AssuranceLevel;
import fr.sisamu.portail.session.LoginMethod;
import fr.sisamu.portail.session.NewSession;
import fr.sisamu.portail.session.WorkSessionService;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A path by which somebody guesses, and how many answers ADR 8 grants it: in one moment, and in a day. */
abstract class GuessedPath {

    final OtpWorld world;
    final long atOnce;
    final long inADay;

    private GuessedPath(OtpWorld world, long atOnce, long inADay) {
        this.world = world;
        this.atOnce = atOnce;
        this.inADay = inADay;
    }

    abstract void guess(int number);

    /** How many guesses were looked at. */
    abstract long judged();

    private abstract static class OfAPassword extends GuessedPath {

        private long judged;

        private OfAPassword(OtpWorld world, long atOnce, long inADay) {
            super(world, atOnce, inADay);
        }

        void claim(int number, String agent, String address, Optional<String> post) {
            LoginStart start = world.logins()
                    .begin(new Claim(agent, "guess " + number, address, post, Optional.empty(), Locale.FRENCH));
            assertThat(start).isNotInstanceOf(Started.class);
            judged += start.equals(new LoginStart.Refused(Reason.WRONG)) ? 1 : 0;
        }

        @Override
        long judged() {
            return judged;
        }
    }

    /** The password of one agent, from anywhere. */
    static final class PasswordFromManyAddresses extends OfAPassword {

        PasswordFromManyAddresses(OtpWorld world) {
            super(world, 10, 106);
        }

        @Override
        void guess(int number) {
            claim(number, world.loginName, world.origin(number % 250), Optional.empty());
        }
    }

    /** The password of one agent, at a post where they have worked. */
    static final class PasswordAtTheirOwnPost extends OfAPassword {

        private final String post = Secrets.random();

        PasswordAtTheirOwnPost(OtpWorld world) {
            super(world, 3, 300);
            WorkSessionService sessions = world.portal.get(WorkSessionService.class);
            sessions.open(new NewSession(
                    world.person().id(),
                    LoginMethod.CARD,
                    AssuranceLevel.STRONG,
                    Optional.of(post),
                    "192.0.2.1",
                    SupportCode.random()));
        }

        @Override
        void guess(int number) {
            claim(number, world.loginName, world.origin(number % 250), Optional.of(post));
        }
    }

    /** The passwords of many agents, from one address that is no declared site. */
    static final class ManyAgentsFromOneAddress extends OfAPassword {

        ManyAgentsFromOneAddress(OtpWorld world) {
            super(world, 40, 1480);
        }

        @Override
        void guess(int number) {
            claim(number, "un." + world.account + number, world.origin(1), Optional.empty());
        }
    }

    private abstract static class OfACode extends GuessedPath {

        private final Purpose purpose;

        private OfACode(OtpWorld world, long budget, Purpose purpose) {
            super(world, budget, budget);
            this.purpose = purpose;
        }

        /** Six digits that are neither of the codes sent last: nobody is ever lucky here. */
        String wrongCode() {
            return Stream.of("000000", "111111", "222222")
                    .filter(digits -> Stream.of(world.sms, world.mail)
                            .filter(gateway -> !gateway.letters().isEmpty())
                            .noneMatch(gateway -> gateway.lastCode().equals(digits)))
                    .findFirst()
                    .orElseThrow();
        }

        /** Each answer that was looked at has cost its challenge a try. */
        @Override
        long judged() {
            return Long.parseLong(world.portal
                    .rows()
                    .one(
                            "select sum(5 - tries_left) from otp_challenge where account_id = ? and purpose = ?",
                            world.account,
                            purpose.name()));
        }
    }

    /** Who knows the password: sends again, takes the other channel, begins anew as often as they may. */
    static final class CodeOfTheLogin extends OfACode {

        private String browser = "";

        CodeOfTheLogin(OtpWorld world) {
            super(world, 120, Purpose.LOGIN);
        }

        @Override
        void guess(int number) {
            if (number % 14 == 0
                    && world.begin(world.loginName, OtpWorld.PASSWORD, world.origin(number % 250), Optional.empty())
                            instanceof Started started) {
                browser = started.browserSecret();
            }
            if (number % 14 == 7) {
                world.logins().switchChannel(browser, Locale.FRENCH);
            }
            world.logins().sendAgain(browser, Locale.FRENCH);
            assertThat(world.logins().answer(browser, wrongCode()).check()).isNotEqualTo(CodeCheck.RIGHT);
        }
    }

    /** Who knows nothing but the identifier. */
    static final class CodeOfAForgottenPassword extends OfACode {

        private final RecoveryService recovery = world.portal.get(RecoveryService.class);
        private String browser = "";

        CodeOfAForgottenPassword(OtpWorld world) {
            super(world, 40, Purpose.RECOVER);
        }

        @Override
        void guess(int number) {
            if (number % 7 == 0) {
                ChannelKind kind = number % 2 == 0 ? ChannelKind.SMS : ChannelKind.MAIL;
                browser = recovery.begin(world.loginName, kind, world.origin(number % 250), Locale.FRENCH)
                        .browserSecret()
                        .orElse(browser);
            }
            assertThat(recovery.answer(browser, wrongCode())).isNotEqualTo(CodeCheck.RIGHT);
        }
    }
}

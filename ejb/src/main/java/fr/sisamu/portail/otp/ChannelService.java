package fr.sisamu.portail.otp;

import fr.sisamu.portail.account.AccountId;
import fr.sisamu.portail.audit.AuditTrail;
import fr.sisamu.portail.audit.SupportCode;
import fr.sisamu.portail.audit.Trace;
import fr.sisamu.portail.audit.TraceKind;
import fr.sisamu.portail.message.ChannelKind;
import fr.sisamu.portail.message.Masks;
import fr.sisamu.portail.message.Template;
import fr.sisamu.portail.otp.ChallengeService.Question;
import fr.sisamu.portail.secret.Secrets;
import fr.sisamu.portail.session.FreshProof;
import fr.sisamu.portail.session.WorkSession;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * « Modifier mes canaux OTP »: an address is tested by a code, and what is validated is what was tested. Until then it
 * lives in its challenge, and the former channel goes on working.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ChannelService {

    @Inject
    FreshProof proof;

    @Inject
    ChannelStore channels;

    @Inject
    ChannelAddresses addresses;

    @Inject
    ChallengeService challenges;

    @Inject
    Notices notices;

    @Inject
    AuditTrail trail;

    @Inject
    Clock clock;

    /** The verified channels of this account, the telephone first. */
    public List<OtpChannel> of(AccountId account) {
        return channels.of(account);
    }

    /**
     * « Tester »: sends a code to this address.
     *
     * @param typed a number as people write it, or a mail address
     * @return why nothing was sent; empty once the code is on its way
     */
    public Optional<ChannelRefusal> test(WorkSession session, ChannelKind kind, String typed, Locale language) {
        if (!proof.opens(session, "test of a channel " + kind)) {
            return Optional.of(ChannelRefusal.PROOF_TOO_OLD);
        }
        ChannelAddresses.Read read = addresses.read(kind, typed);
        return read.address().isPresent() ? ask(session, kind, read.address().get(), language) : read.refusal();
    }

    private Optional<ChannelRefusal> ask(WorkSession session, ChannelKind kind, String address, Locale language) {
        Optional<Challenge> awaited = awaited(session, kind).filter(found -> found.livesAt(clock.instant()));
        if (awaited.isPresent() && awaited.get().address().equals(address)) {
            return challenges.sendAgain(awaited.get(), language)
                    ? Optional.empty()
                    : Optional.of(ChannelRefusal.TOO_SOON);
        }
        boolean asked = challenges
                .ask(new Question(
                        browser(session, kind),
                        Optional.of(session.account().id()),
                        Purpose.CONFIRM_CHANNEL,
                        kind,
                        address,
                        language,
                        SupportCode.random()))
                .isPresent();
        return asked ? Optional.empty() : Optional.of(ChannelRefusal.TOO_MANY_CODES);
    }

    /** The code that the page awaits for a channel under test, with the address in full for its owner. */
    public Optional<AwaitedCode> underTest(WorkSession session, ChannelKind kind) {
        return awaited(session, kind)
                .filter(found -> !found.used())
                .map(found -> challenges.view(found, Optional.of(found.address()), Optional.empty()));
    }

    /** « Valider »: the channel becomes the address that was tested. */
    public CodeCheck confirm(WorkSession session, ChannelKind kind, String typedCode, Locale language) {
        if (!proof.opens(session, "channel " + kind)) {
            return CodeCheck.PROOF_TOO_OLD;
        }
        Optional<Challenge> challenge = awaited(session, kind);
        if (challenge.isEmpty()) {
            return CodeCheck.NOTHING_AWAITED;
        }
        CodeCheck check = challenges.check(challenge.get(), typedCode);
        if (check == CodeCheck.RIGHT) {
            AccountId account = session.account().id();
            List<OtpChannel> told = channels.of(account).stream()
                    .filter(former -> former.kind() != kind
                            || !former.address().equals(challenge.get().address()))
                    .toList();
            channels.put(account, kind, challenge.get().address(), clock.instant());
            String masked = Masks.of(kind, challenge.get().address());
            notices.tell(
                    account,
                    told,
                    Template.NOTICE_CHANNEL_ADDED,
                    masked,
                    language,
                    challenge.get().supportCode());
            trace(account, "ADDED", kind, masked);
        }
        return check;
    }

    /** « Annuler » while a channel is under test. */
    public void giveUp(WorkSession session, ChannelKind kind) {
        challenges.giveUp(browser(session, kind), Purpose.CONFIRM_CHANNEL);
    }

    /**
     * Deletes a channel, and tells the person on all they had.
     *
     * @return why not; empty also if there was none of this kind
     */
    public Optional<ChannelRefusal> remove(WorkSession session, ChannelKind kind, Locale language) {
        if (!proof.opens(session, "removal of the channel " + kind)) {
            return Optional.of(ChannelRefusal.PROOF_TOO_OLD);
        }
        AccountId account = session.account().id();
        List<OtpChannel> before = channels.of(account);
        if (channels.remove(account, kind, clock.instant())) {
            String masked = before.stream()
                    .filter(channel -> channel.kind() == kind)
                    .map(OtpChannel::masked)
                    .findFirst()
                    .orElse("");
            notices.tell(account, before, Template.NOTICE_CHANNEL_REMOVED, masked, language, SupportCode.random());
            trace(account, "REMOVED", kind, masked);
        }
        return Optional.empty();
    }

    /**
     * Deletes a channel in the caller's transaction and tells the person on all they had. The caller traces it after that
     * transaction. It judges nobody's right: people come through the package supervision.
     *
     * @return what was deleted; empty if there was none of this kind
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public Optional<OtpChannel> reset(AccountId account, ChannelKind kind, SupportCode code) {
        List<OtpChannel> before = channels.of(account);
        Optional<OtpChannel> removed = before.stream()
                .filter(channel -> channel.kind() == kind)
                .filter(channel -> channels.remove(account, kind, clock.instant()))
                .findFirst();
        removed.ifPresent(channel ->
                notices.tell(account, before, Template.NOTICE_CHANNEL_REMOVED, channel.masked(), Locale.FRENCH, code));
        return removed;
    }

    private void trace(AccountId account, String outcome, ChannelKind kind, String masked) {
        trail.record(Trace.of(TraceKind.CHANNEL_CHANGED, outcome)
                .account(account.value())
                .detail(kind + " " + masked));
    }

    private Optional<Challenge> awaited(WorkSession session, ChannelKind kind) {
        return challenges.awaited(browser(session, kind), Purpose.CONFIRM_CHANNEL);
    }

    /** A test belongs to the session and not to a cookie: it survives a crash of the browser, and a second tab sees it. */
    private static String browser(WorkSession session, ChannelKind kind) {
        return Secrets.digest("channel|" + session.account().id().value() + "|" + kind);
    }
}

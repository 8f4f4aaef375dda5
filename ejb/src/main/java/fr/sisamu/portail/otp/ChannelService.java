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
import fr.sisamu.portail.otp.CodeAllowance.Spent;
import fr.sisamu.portail.otp.CredentialChanges.Change;
import fr.sisamu.portail.profile.ProfileService;
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
    CodeAllowance allowance;

    @Inject
    ProfileService profiles;

    @Inject
    CredentialChanges changes;

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
    public Optional<TestRefusal> test(WorkSession session, ChannelKind kind, String typed, Locale language) {
        if (!proof.opens(session, "test of a channel " + kind)) {
            return Optional.of(TestRefusal.of(ChannelRefusal.PROOF_TOO_OLD));
        }
        ChannelAddresses.Read read = addresses.read(kind, typed);
        return read.address().isPresent()
                ? ask(session, kind, read.address().get(), language)
                : read.refusal().map(TestRefusal::of);
    }

    private Optional<TestRefusal> ask(WorkSession session, ChannelKind kind, String address, Locale language) {
        Question question = new Question(
                browser(session, kind),
                Optional.of(session.account().id()),
                Purpose.CONFIRM_CHANNEL,
                kind,
                address,
                language,
                SupportCode.random(),
                unit(session));
        Optional<Challenge> awaited = awaited(session, kind)
                .filter(found -> found.livesAt(clock.instant()))
                .filter(found -> found.address().equals(address));
        boolean sent = awaited.map(found -> challenges.sendAgain(found, language, question.unit()))
                .orElseGet(() -> challenges.ask(question).isPresent());
        return sent ? Optional.empty() : Optional.of(refusal(session, question));
    }

    /** The unit that the agent works in, or one of theirs where none was chosen yet. */
    private Optional<Long> unit(WorkSession session) {
        return session.profile()
                .or(() -> profiles.validFor(session.account().id()).stream().findFirst())
                .map(profile -> profile.unit().id());
    }

    private TestRefusal refusal(WorkSession session, Question question) {
        Optional<Spent> spent = allowance.spent(question, session.account().id());
        ChannelRefusal reason = spent.map(Spent::reason).orElse(ChannelRefusal.TOO_SOON);
        if (spent.isPresent()) {
            trail.record(Trace.of(TraceKind.STEP_REFUSED, reason.name())
                    .account(session.account().id().value())
                    .session(session.id())
                    .detail("test of " + question.kind() + " " + Masks.of(question.kind(), question.address())));
        }
        return new TestRefusal(reason, spent.map(Spent::again));
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
        return check == CodeCheck.RIGHT ? put(session, challenge.get(), language) : check;
    }

    private CodeCheck put(WorkSession session, Challenge proved, Locale language) {
        AccountId account = session.account().id();
        String masked = Masks.of(proved.kind(), proved.address());
        Change change = new Change(
                account,
                session.openedAt(),
                ChangeKind.CHANNEL_ADDED,
                Template.NOTICE_CHANNEL_ADDED,
                masked,
                former -> former.kind() != proved.kind() || !former.address().equals(proved.address()),
                language,
                proved.supportCode());
        boolean done = changes.make(change, () -> {
            channels.put(account, proved.kind(), proved.address(), clock.instant());
            return true;
        });
        if (!done) {
            return CodeCheck.PROOF_TOO_OLD;
        }
        trace(account, "ADDED", proved.kind(), masked);
        return CodeCheck.RIGHT;
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
        Optional<OtpChannel> present =
                of(account).stream().filter(channel -> channel.kind() == kind).findFirst();
        String masked = present.map(OtpChannel::masked).orElse("");
        Change change = new Change(
                account,
                session.openedAt(),
                ChangeKind.CHANNEL_REMOVED,
                Template.NOTICE_CHANNEL_REMOVED,
                masked,
                channel -> true,
                language,
                SupportCode.random());
        if (present.isPresent() && changes.make(change, () -> channels.remove(account, kind, clock.instant()))) {
            trace(account, "REMOVED", kind, masked);
        }
        return Optional.empty();
    }

    /**
     * Deletes a channel in the caller's transaction and tells the person on all they had. Nothing brings it back: who holds a
     * stolen telephone reads what is sent there. The caller traces it after that transaction. It judges nobody's right: people come through the package supervision.
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
        removed.ifPresent(channel -> {
            before.forEach(told -> notices.tell(
                    account,
                    told,
                    Template.NOTICE_CHANNEL_REMOVED,
                    channel.masked(),
                    Locale.FRENCH,
                    code,
                    Optional.empty()));
            changes.leaveNoWayBack(account);
        });
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

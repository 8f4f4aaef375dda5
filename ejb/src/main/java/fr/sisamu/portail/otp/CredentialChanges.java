package fr.sisamu.portail.otp;

import fr.sisamu.portail.account.Account;
import fr.sisamu.portail.account.AccountId;
import fr.sisamu.portail.account.AccountRegister;
import fr.sisamu.portail.account.AccountSheet;
import fr.sisamu.portail.audit.SupportCode;
import fr.sisamu.portail.credential.PasswordService;
import fr.sisamu.portail.message.ChannelKind;
import fr.sisamu.portail.message.Template;
import fr.sisamu.portail.otp.UndoStore.Kept;
import fr.sisamu.portail.secret.Seal;
import fr.sisamu.portail.secret.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.eclipse.microprofile.config.inject.ConfigProperties;

/**
 * Changes how somebody comes in, and takes such a change back. A change, what is told of it and the way back commit together;
 * the changes of one account pass one after the other.
 *
 * <p>Who gets a way back ({@code portail.otp.undo}): every channel that was there before the change, but none whose own
 * arrival can still be undone, so that an intruder's channel takes back nothing of what its owner mends; and nobody for as
 * long again after an undoing, so that no two people pull to and fro. Taking a change back restores what was there before it
 * and with it all that came later; older changes keep their own way back.
 */
@ApplicationScoped
@Transactional
class CredentialChanges {

    private static final String PURPOSE = "undo-channels";

    @Inject
    AccountRegister accounts;

    @Inject
    ChannelStore channels;

    @Inject
    PasswordService passwords;

    @Inject
    UndoStore undos;

    @Inject
    UndoSecrets secrets;

    @Inject
    Seal seal;

    @Inject
    Notices notices;

    @Inject
    Clock clock;

    @Inject
    @ConfigProperties
    OtpSettings settings;

    /**
     * A change to be made.
     *
     * @param provedSince since when whoever asks has been who they are: the opening of the session, or the proof that stands in
     *     its place. An undoing that came later has put an end to it
     * @param what the channel that it is about, masked
     * @param told which of the channels from before are told of it
     */
    record Change(
            AccountId account,
            Instant provedSince,
            ChangeKind kind,
            Template notice,
            String what,
            Predicate<OtpChannel> told,
            Locale language,
            SupportCode code) {}

    /** Does it, and tells; false if the deed found nothing to do, or somebody has just undone what this person did. */
    boolean make(Change change, BooleanSupplier deed) {
        hold(change.account());
        Instant now = clock.instant();
        List<OtpChannel> before = channels.of(change.account());
        if (undos.undoneSince(change.account(), change.provedSince()) || !deed.getAsBoolean()) {
            return false;
        }
        List<OtpChannel> told = before.stream().filter(change.told()).toList();
        Predicate<OtpChannel> entitled = entitled(change.account(), now);
        Optional<String> undo =
                told.stream().anyMatch(entitled) ? Optional.of(keep(change, before, now)) : Optional.empty();
        for (OtpChannel channel : told) {
            notices.tell(
                    change.account(),
                    channel,
                    change.notice(),
                    change.what(),
                    change.language(),
                    change.code(),
                    undo.filter(id -> entitled.test(channel)));
        }
        return true;
    }

    /** The channels first, as whoever sends a code does; the account too, for one without any channel. */
    private Optional<Account> hold(AccountId account) {
        Arrays.stream(ChannelKind.values()).forEach(kind -> channels.hold(account, kind));
        return accounts.sheetForChange(account).map(AccountSheet::account);
    }

    private Predicate<OtpChannel> entitled(AccountId account, Instant now) {
        if (settings.undo.isZero() || undos.undoneSince(account, now.minus(settings.undo))) {
            return channel -> false;
        }
        Optional<Instant> oldest = undos.oldestOpen(account, now);
        return channel -> oldest.isEmpty() || channel.verifiedAt().isBefore(oldest.get());
    }

    private String keep(Change change, List<OtpChannel> before, Instant now) {
        String id = Secrets.random();
        Kept kept = new Kept(
                id,
                change.account(),
                change.kind(),
                change.what(),
                seal.close(PURPOSE, id, FormerChannels.write(before)),
                now,
                now.plus(settings.undo),
                Optional.empty(),
                false);
        undos.add(kept, UndoSecrets.digest(secrets.derive(id)));
        return id;
    }

    /** The channels as they were before this change; empty if the server's key has changed since. */
    Optional<List<OtpChannel>> before(Kept change) {
        return seal.open(PURPOSE, change.id(), change.beforeSealed()).map(FormerChannels::read);
    }

    /** Takes the change back, once, and tells every channel that is there again; false if somebody was first, or it is late. */
    boolean undo(Kept change, Locale language, SupportCode code) {
        Optional<Account> holder = hold(change.account());
        Instant now = clock.instant();
        Optional<List<OtpChannel>> kept = before(change);
        if (holder.filter(account -> !account.closed()).isEmpty() || kept.isEmpty() || !undos.win(change.id(), now)) {
            return false;
        }
        undos.voidFrom(change.account(), change.changedAt(), now);
        List<OtpChannel> former = kept.get();
        for (ChannelKind kind : ChannelKind.values()) {
            restore(
                    change.account(),
                    kind,
                    former.stream().filter(one -> one.kind() == kind).findFirst(),
                    now);
        }
        passwords.withdraw(change.account(), change.changedAt());
        for (OtpChannel channel : former) {
            notices.tell(
                    change.account(),
                    channel,
                    Template.NOTICE_CHANGE_UNDONE,
                    change.what(),
                    language,
                    code,
                    Optional.empty());
        }
        return true;
    }

    private void restore(AccountId account, ChannelKind kind, Optional<OtpChannel> former, Instant now) {
        Optional<String> present = channels.of(account).stream()
                .filter(channel -> channel.kind() == kind)
                .map(OtpChannel::address)
                .findFirst();
        if (!present.equals(former.map(OtpChannel::address))) {
            channels.remove(account, kind, now);
            former.ifPresent(channel -> channels.restore(account, channel));
        }
    }

    /** In the caller's transaction: two supervisors have reset a channel, and no earlier way back may bring it again. */
    void leaveNoWayBack(AccountId account) {
        undos.voidFrom(account, Instant.EPOCH, clock.instant());
    }
}

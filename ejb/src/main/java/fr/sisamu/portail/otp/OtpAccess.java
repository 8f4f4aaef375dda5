package fr.sisamu.portail.otp;

import fr.sisamu.portail.account.Account;
import fr.sisamu.portail.account.AccountId;
import fr.sisamu.portail.credential.PasswordService;
import fr.sisamu.portail.credential.Recovered;
import fr.sisamu.portail.message.ChannelKind;
import fr.sisamu.portail.otp.LoginStart.Reason;
import fr.sisamu.portail.profile.Profile;
import fr.sisamu.portail.profile.ProfileService;
import fr.sisamu.portail.unit.CardFirst;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperties;

/** What the units and the recent past of a person allow: whether a code lets them in, and by which roads it may come. */
@ApplicationScoped
class OtpAccess {

    @Inject
    ProfileService profiles;

    @Inject
    ChannelStore channels;

    @Inject
    PasswordService passwords;

    @Inject
    @ConfigProperties
    OtpSettings settings;

    /** The channels a login code may take, the telephone first; or why there are none. */
    record Roads(List<OtpChannel> channels, Optional<Reason> refusal) {

        static Roads none(Reason reason) {
            return new Roads(List.of(), Optional.of(reason));
        }
    }

    Roads roads(Account account) {
        List<Profile> today = profiles.validFor(account.id());
        if (today.stream().noneMatch(profile -> profile.unit().access().otp())) {
            return Roads.none(Reason.NOT_ALLOWED);
        }
        if (cardMissing(account, today)) {
            return Roads.none(Reason.FIRST_LOGIN_BY_CARD);
        }
        boolean mail = today.stream()
                .anyMatch(profile ->
                        profile.unit().access().otp() && profile.unit().access().mailCode());
        List<OtpChannel> verified = channels.of(account.id()).stream()
                .filter(channel -> mail || channel.kind() != ChannelKind.MAIL)
                .toList();
        Optional<Recovered> recovered = passwords.recoveredLately(account.id());
        List<OtpChannel> usable = verified.stream()
                .filter(channel ->
                        recovered.isEmpty() || !recovered.get().address().equals(channel.address()))
                .toList();
        if (usable.isEmpty()) {
            return Roads.none(verified.isEmpty() ? Reason.NO_CHANNEL : Reason.RECOVERED_LATELY);
        }
        return new Roads(usable, Optional.empty());
    }

    /** Whether the first login of this person is by card, whatever else they have. */
    boolean mustShowCard(AccountId account) {
        return mustShowCard(profiles.validFor(account));
    }

    /** Whether any other way is closed to this person until they have come by card. */
    boolean cardMissing(Account account) {
        return cardMissing(account, profiles.validFor(account.id()));
    }

    private boolean cardMissing(Account account, List<Profile> today) {
        return !account.cardSeen() && mustShowCard(today);
    }

    private boolean mustShowCard(List<Profile> today) {
        return today.stream().anyMatch(profile -> {
            CardFirst rule = profile.unit().access().cardFirst();
            return rule == CardFirst.EVERYONE
                    || (rule == CardFirst.ARM && settings.cardFirstFunctions.contains(profile.function()));
        });
    }
}

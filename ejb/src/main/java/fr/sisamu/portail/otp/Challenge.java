package fr.sisamu.portail.otp;

import fr.sisamu.portail.account.AccountId;
import fr.sisamu.portail.audit.SupportCode;
import fr.sisamu.portail.message.ChannelKind;
import java.time.Instant;
import java.util.Optional;

/**
 * A code sent and awaited.
 *
 * @param account empty for a decoy, whose code nobody gets
 * @param open neither used, nor given up for another, nor withdrawn
 * @param withdrawn the channel that it went to is no longer the account's
 */
record Challenge(
        String id,
        String browserDigest,
        Optional<AccountId> account,
        Purpose purpose,
        ChannelKind kind,
        String address,
        String letter,
        SupportCode supportCode,
        Instant expiresAt,
        Instant lastSentAt,
        int sends,
        int triesLeft,
        boolean used,
        boolean open,
        boolean withdrawn) {

    boolean livesAt(Instant now) {
        return open && triesLeft > 0 && now.isBefore(expiresAt);
    }

    /** The same, once somebody has found out whom it is for. */
    Challenge to(AccountId addressee, String road) {
        return new Challenge(
                id,
                browserDigest,
                Optional.of(addressee),
                purpose,
                kind,
                road,
                letter,
                supportCode,
                expiresAt,
                lastSentAt,
                sends,
                triesLeft,
                used,
                open,
                withdrawn);
    }

    @Override
    public String toString() {
        return "Challenge[" + purpose + "]";
    }
}

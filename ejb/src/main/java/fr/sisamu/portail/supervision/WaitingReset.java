package fr.sisamu.portail.supervision;

import fr.sisamu.portail.account.AccountId;
import fr.sisamu.portail.message.ChannelKind;
import java.time.Instant;

/** A channel whose reset somebody has asked for and a second person is to confirm before it expires. */
public record WaitingReset(
        Long id,
        AccountId account,
        String loginName,
        String givenName,
        String familyName,
        ChannelKind kind,
        AccountId askedBy,
        String askedByLogin,
        Instant expiresAt) {

    public WaitingReset {} // JPA calls public constructors only

    /** Whether this person may be the second one. */
    boolean secondedBy(AccountId person) {
        return !person.equals(askedBy) && !person.equals(account);
    }

    public String displayName() {
        return givenName + " " + familyName;
    }
}

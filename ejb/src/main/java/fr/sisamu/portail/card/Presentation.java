package fr.sisamu.portail.card;

import fr.sisamu.portail.account.AccountId;
import fr.sisamu.portail.audit.SupportCode;

/** What the portal may learn of a card shown to the card endpoint. */
public sealed interface Presentation {

    /** Accepted: the ticket redeems it once, within its lifetime, from the browser that made the attempt. */
    record Ticket(String value, SupportCode supportCode) implements Presentation {

        @Override
        public String toString() {
            return "Ticket[…]";
        }
    }

    record Refused(CardRefusal reason, SupportCode supportCode) implements Presentation {}

    /** The nonce is not ours, too old, or was used before: nothing was judged. */
    record StaleAttempt(SupportCode supportCode) implements Presentation {}

    /** A ticket redeemed: who logs in. */
    record Redeemed(AccountId account, SupportCode supportCode) {}
}

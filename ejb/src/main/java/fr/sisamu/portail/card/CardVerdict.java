package fr.sisamu.portail.card;

import fr.sisamu.portail.account.Account;
import fr.sisamu.portail.account.NationalIdentifier;
import fr.sisamu.portail.revocation.RevocationAnswer;
import java.util.Optional;

/** What the rules say of a card. A refusal is an answer; its detail is for the trace and names the exact cause. */
public sealed interface CardVerdict {

    /** All rules are content; the revocation answer may still be a warning for the trace. */
    record Accepted(Account account, CardHolder holder, RevocationAnswer revocation) implements CardVerdict {}

    /** A good card that no account knows (R9): the holder may ask for one. */
    record Unknown(CardHolder holder) implements CardVerdict {}

    record Refused(CardRefusal reason, Optional<NationalIdentifier> identifier, String detail) implements CardVerdict {}
}

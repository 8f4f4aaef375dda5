package fr.sisamu.portail.card;

import fr.sisamu.portail.account.Account;
import fr.sisamu.portail.account.NationalIdentifier;
import java.util.Optional;

/** What the rules say of a card. A refusal is an answer; its detail is for the trace and names the exact cause. */
public sealed interface CardVerdict {

    record Accepted(Account account, NationalIdentifier identifier, CardHolder holder) implements CardVerdict {}

    record Refused(CardRefusal reason, Optional<NationalIdentifier> identifier, String detail) implements CardVerdict {}
}

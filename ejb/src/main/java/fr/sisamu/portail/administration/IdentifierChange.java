package fr.sisamu.portail.administration;

import fr.sisamu.portail.account.Account;

/** What became of a change of national identifiers. */
public sealed interface IdentifierChange {

    record Saved() implements IdentifierChange {}

    /** Not the shape of an IdNat_PS. */
    record Malformed() implements IdentifierChange {}

    /** It names another account: whoever wants to move it sees both and confirms. */
    record HeldBy(Account holder) implements IdentifierChange {}

    /** Whoever changes it must prove anew, by card, who they are. */
    record ProofTooOld() implements IdentifierChange {}

    /** It does not name the account that was seen any more, or there is no such account. */
    record Gone() implements IdentifierChange {}
}

package fr.sisamu.portail.administration;

import fr.sisamu.portail.account.AccountId;

/** What became of the wish to make an account. */
public sealed interface AccountCreation {

    record Created(AccountId id) implements AccountCreation {}

    record Refused(Reason reason) implements AccountCreation {}

    /** Why no account was made. */
    enum Reason {
        /** A name of 1 to 100 visible characters, a letter at least. */
        NAME,
        /** Not the shape of an IdNat_PS. */
        IDENTIFIER,
        /** The identifier names another account: it is moved there, on the page of the account that is to have it. */
        IDENTIFIER_HELD
    }
}

package fr.sisamu.portail.account;

import fr.sisamu.portail.account.AccountSheet.HeldIdentifier;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Makes, finds and changes accounts. It judges nobody's right to do so: that is the business of the package
 * administration, through which people come.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class AccountRegister {

    @Inject
    AccountStore accounts;

    @Inject
    IdentifierStore identifiers;

    @Inject
    AccountSearch search;

    @Inject
    Clock clock;

    /**
     * A page of the accounts that each word of the text leads to, by name, login name, identifier or the last four digits
     * of the telephone; all accounts without a word.
     */
    public FoundAccounts find(String text, Optional<String> after) {
        return search.find(text, after);
    }

    public Optional<AccountSheet> sheet(AccountId id) {
        List<HeldIdentifier> held = identifiers.of(id);
        return accounts.find(id).map(account -> account.sheet(held));
    }

    /**
     * Makes an account under the first free login name of its person.
     *
     * @return empty if another account holds the national identifier
     */
    public Optional<AccountId> create(NewAccount account) {
        return accounts.add(account, clock.instant());
    }

    /** The account for a caller who changes it: nobody else does so until the end of the caller's transaction. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public Optional<AccountSheet> sheetForChange(AccountId id) {
        return accounts.findForChange(id).map(account -> account.sheet(identifiers.of(id)));
    }

    /** Makes an account under this login name; empty if another account has it. */
    public Optional<AccountId> create(LoginName loginName, PersonName givenName, PersonName familyName) {
        return accounts.add(loginName, givenName, familyName, clock.instant());
    }

    /** Gives another login name; false if it is taken, or somebody else has changed the names since this version. */
    public boolean changeLoginName(AccountId id, int version, LoginName loginName) {
        return accounts.changeLoginName(id, version, loginName);
    }

    /** Corrects the names; false if somebody else has changed them since this version was read. */
    public boolean rename(AccountId id, int version, PersonName givenName, PersonName familyName) {
        return accounts.rename(id, version, givenName, familyName);
    }

    /** Closes the account; false if it was not open. */
    public boolean close(AccountId id) {
        return accounts.close(id, clock.instant());
    }

    /** Opens a closed account again; false if it was not closed. */
    public boolean reopen(AccountId id) {
        return accounts.reopen(id);
    }

    /** Lets this identifier name the account; false if it names one already. */
    public boolean addIdentifier(AccountId id, NationalIdentifier identifier) {
        return identifiers.add(id, identifier, clock.instant());
    }

    /** Moves an identifier; false if it does not name the former account any more. */
    public boolean moveIdentifier(NationalIdentifier identifier, AccountId from, AccountId to) {
        return identifiers.move(identifier, from, to, clock.instant());
    }

    /** Takes an identifier away; false if it does not name this account. */
    public boolean removeIdentifier(NationalIdentifier identifier, AccountId from) {
        return identifiers.remove(identifier, from);
    }
}

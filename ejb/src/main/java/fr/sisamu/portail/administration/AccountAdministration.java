package fr.sisamu.portail.administration;

import fr.sisamu.portail.account.Account;
import fr.sisamu.portail.account.AccountId;
import fr.sisamu.portail.account.AccountRegister;
import fr.sisamu.portail.account.AccountService;
import fr.sisamu.portail.account.AccountSheet;
import fr.sisamu.portail.account.FoundAccounts;
import fr.sisamu.portail.account.LoginName;
import fr.sisamu.portail.account.NationalIdentifier;
import fr.sisamu.portail.account.NewAccount;
import fr.sisamu.portail.account.PersonName;
import fr.sisamu.portail.audit.TraceKind;
import fr.sisamu.portail.card.IdNat;
import fr.sisamu.portail.role.Duty;
import fr.sisamu.portail.role.Rights;
import fr.sisamu.portail.session.EndReason;
import fr.sisamu.portail.session.WorkSessionService;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;

/** Finds, makes, corrects, closes and reopens accounts. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AccountAdministration {

    @Inject
    AccountRegister register;

    @Inject
    AccountService accounts;

    @Inject
    AccountClosing closing;

    @Inject
    WorkSessionService sessions;

    @Inject
    Deeds deeds;

    /** A page of accounts, as {@link AccountRegister#find} explains; needs {@link Duty#SEARCH_ACCOUNTS}. */
    public FoundAccounts find(Rights by, String text, Optional<String> after) {
        by.demand(Duty.SEARCH_ACCOUNTS);
        return register.find(text, after);
    }

    /** All that may be changed of an account; needs {@link Duty#SEARCH_ACCOUNTS}. */
    public Optional<AccountSheet> sheet(Rights by, AccountId id) {
        by.demand(Duty.SEARCH_ACCOUNTS);
        return register.sheet(id);
    }

    /** The account of this login name, as typed; needs {@link Duty#SEARCH_ACCOUNTS}. */
    public Optional<Account> called(Rights by, String login) {
        by.demand(Duty.SEARCH_ACCOUNTS);
        return LoginName.of(login).flatMap(accounts::find);
    }

    /**
     * Makes an account, its login name proposed by its names; needs {@link Duty#CHANGE_ACCOUNTS}.
     *
     * @param identifier the national identifier, or nothing
     */
    public AccountCreation create(Rights by, String givenName, String familyName, String identifier) {
        by.demand(Duty.CHANGE_ACCOUNTS);
        Optional<PersonName> given = PersonName.of(givenName);
        Optional<PersonName> family = PersonName.of(familyName);
        Optional<NationalIdentifier> named = IdNat.parse(identifier.strip());
        if (given.isEmpty() || family.isEmpty()) {
            return new AccountCreation.Refused(AccountCreation.Reason.NAME);
        }
        if (named.isEmpty() && !identifier.isBlank()) {
            return new AccountCreation.Refused(AccountCreation.Reason.IDENTIFIER);
        }
        Optional<AccountId> made =
                register.create(new NewAccount(given.get().value(), family.get().value(), named));
        if (made.isEmpty()) {
            return new AccountCreation.Refused(AccountCreation.Reason.IDENTIFIER_HELD);
        }
        AccountSheet sheet = register.sheet(made.get()).orElseThrow();
        deeds.trace(
                by, TraceKind.ACCOUNT_CHANGED, "CREATED", made.get(), "after " + shown(sheet.account()) + named(named));
        return new AccountCreation.Created(made.get());
    }

    /**
     * Corrects the names; needs {@link Duty#CHANGE_ACCOUNTS}.
     *
     * @param version the version of the sheet that was read
     */
    public Change rename(Rights by, AccountId id, int version, String givenName, String familyName) {
        by.demand(Duty.CHANGE_ACCOUNTS);
        Optional<PersonName> given = PersonName.of(givenName);
        Optional<PersonName> family = PersonName.of(familyName);
        if (given.isEmpty() || family.isEmpty()) {
            return Change.NAME_REFUSED;
        }
        Optional<AccountSheet> before = register.sheet(id);
        if (before.isEmpty()) {
            return Change.NOT_FOUND;
        }
        if (!register.rename(id, version, given.get(), family.get())) {
            return Change.CHANGED_MEANWHILE;
        }
        Account former = before.get().account();
        String after = given.get().value() + " " + family.get().value();
        deeds.trace(
                by, TraceKind.ACCOUNT_CHANGED, "RENAMED", id, "before " + former.displayName() + ", after " + after);
        return Change.SAVED;
    }

    /** Closes the account and ends its sessions; it is never deleted. Needs {@link Duty#CHANGE_ACCOUNTS}. */
    public Change close(Rights by, AccountId id) {
        by.demand(Duty.CHANGE_ACCOUNTS);
        Change closed = closing.close(id);
        if (closed == Change.SAVED) {
            deeds.trace(by, TraceKind.ACCOUNT_CHANGED, "CLOSED", id, "before active, after closed");
            sessions.endOthers(id, Optional.empty(), EndReason.ACCOUNT_CLOSED);
        }
        if (closed == Change.LAST_ADMINISTRATOR) {
            deeds.trace(by, TraceKind.ACCOUNT_CHANGED, closed.name(), id, "before active, after active");
        }
        return closed;
    }

    /** Opens a closed account again; needs {@link Duty#CHANGE_ACCOUNTS}. */
    public Change reopen(Rights by, AccountId id) {
        by.demand(Duty.CHANGE_ACCOUNTS);
        if (!register.reopen(id)) {
            return Change.UNCHANGED;
        }
        deeds.trace(by, TraceKind.ACCOUNT_CHANGED, "REOPENED", id, "before closed, after active");
        return Change.SAVED;
    }

    private static String shown(Account account) {
        return account.loginName() + " " + account.displayName();
    }

    private static String named(Optional<NationalIdentifier> identifier) {
        return identifier.map(one -> " " + one.value()).orElse("");
    }
}

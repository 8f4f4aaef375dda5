package fr.sisamu.portail.administration;

import fr.sisamu.portail.account.Account;
import fr.sisamu.portail.account.AccountId;
import fr.sisamu.portail.account.AccountRegister;
import fr.sisamu.portail.account.AccountService;
import fr.sisamu.portail.account.NationalIdentifier;
import fr.sisamu.portail.audit.TraceKind;
import fr.sisamu.portail.card.IdNat;
import fr.sisamu.portail.role.Duty;
import fr.sisamu.portail.role.FreshRights;
import fr.sisamu.portail.role.Rights;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Says which national identifiers name an account. Whoever holds the card of an identifier comes in as that account, so
 * that moving one asks for the account it was seen at, and giving one wants a fresh proof; all need {@link
 * Duty#CHANGE_ACCOUNTS}.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class IdentifierAdministration {

    @Inject
    AccountRegister register;

    @Inject
    AccountService accounts;

    @Inject
    FreshRights fresh;

    @Inject
    Deeds deeds;

    /** Adds an identifier that names nobody yet. */
    public IdentifierChange add(Rights by, AccountId account, String typed) {
        by.demand(Duty.CHANGE_ACCOUNTS);
        if (!fresh.open(by, "identifier of account " + account.value())) {
            return new IdentifierChange.ProofTooOld();
        }
        Optional<NationalIdentifier> identifier = IdNat.parse(typed.strip());
        if (identifier.isEmpty()) {
            return new IdentifierChange.Malformed();
        }
        if (accounts.find(account).isEmpty()) {
            return new IdentifierChange.Gone();
        }
        if (register.addIdentifier(account, identifier.get())) {
            trace(by, "IDENTIFIER_ADDED", account, identifier.get(), "");
            return new IdentifierChange.Saved();
        }
        return accounts.find(identifier.get())
                .<IdentifierChange>map(holder -> holder.id().equals(account)
                        ? new IdentifierChange.Saved()
                        : new IdentifierChange.HeldBy(holder))
                .orElseGet(IdentifierChange.Gone::new);
    }

    /** Moves an identifier from the account where it was seen; traced on both. */
    public IdentifierChange move(Rights by, String typed, AccountId from, AccountId to) {
        by.demand(Duty.CHANGE_ACCOUNTS);
        if (!fresh.open(by, "identifier of account " + to.value())) {
            return new IdentifierChange.ProofTooOld();
        }
        Optional<NationalIdentifier> identifier = IdNat.parse(typed.strip());
        Optional<Account> target = accounts.find(to);
        if (identifier.isEmpty() || target.isEmpty() || !register.moveIdentifier(identifier.get(), from, to)) {
            return new IdentifierChange.Gone();
        }
        String detail = ": before account " + from.value() + ", after account " + to.value();
        trace(by, "IDENTIFIER_LOST", from, identifier.get(), detail);
        trace(by, "IDENTIFIER_MOVED", to, identifier.get(), detail);
        return new IdentifierChange.Saved();
    }

    /** Takes an identifier away from the account; its card opens nothing then. */
    public IdentifierChange remove(Rights by, AccountId account, String typed) {
        by.demand(Duty.CHANGE_ACCOUNTS);
        boolean shaped = !typed.isEmpty() && typed.length() <= 32;
        if (!shaped || !register.removeIdentifier(new NationalIdentifier(typed), account)) {
            return new IdentifierChange.Gone();
        }
        trace(by, "IDENTIFIER_REMOVED", account, new NationalIdentifier(typed), "");
        return new IdentifierChange.Saved();
    }

    private void trace(Rights by, String outcome, AccountId account, NationalIdentifier identifier, String detail) {
        deeds.trace(by, TraceKind.ACCOUNT_CHANGED, outcome, account, identifier.value() + detail);
    }
}

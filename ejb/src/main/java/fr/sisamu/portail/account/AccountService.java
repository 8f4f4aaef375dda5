package fr.sisamu.portail.account;

import jakarta.ejb.Stateless;
import java.util.Optional;

/** Finds accounts and keeps what a login teaches about them. */
@Stateless
public class AccountService {

    /** The account that holds this identifier, closed ones included. */
    public Optional<Account> find(NationalIdentifier identifier) {
        throw new UnsupportedOperationException();
    }

    public Optional<Account> find(AccountId id) {
        throw new UnsupportedOperationException();
    }

    /** Remembers that the owner came by card; the first time counts, later calls change nothing. */
    public void cardSeen(AccountId id) {
        throw new UnsupportedOperationException();
    }

    /** Leaves a waiting request for the administrator, or counts one more attempt on it. */
    public void requestAccess(AccessRequest request) {
        throw new UnsupportedOperationException();
    }
}

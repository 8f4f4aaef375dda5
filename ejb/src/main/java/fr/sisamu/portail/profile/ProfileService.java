package fr.sisamu.portail.profile;

import fr.sisamu.portail.account.AccountId;
import jakarta.ejb.Stateless;
import java.util.List;
import java.util.Optional;

/** Tells which profiles a person may choose. Dates are days in Europe/Paris, whatever the server's zone. */
@Stateless
public class ProfileService {

    /** The profiles valid today, the last chosen first, then by unit and function. */
    public List<Profile> validFor(AccountId account) {
        throw new UnsupportedOperationException();
    }

    /** This profile if it belongs to this account and is valid today. */
    public Optional<Profile> findValid(AccountId account, long profileId) {
        throw new UnsupportedOperationException();
    }

    /** Remembers the choice, so that it is proposed first next time. */
    public void chosen(long profileId) {
        throw new UnsupportedOperationException();
    }
}

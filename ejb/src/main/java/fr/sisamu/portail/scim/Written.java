package fr.sisamu.portail.scim;

import fr.sisamu.portail.account.AccountId;
import java.util.List;
import java.util.Optional;

/**
 * What became of a request that changes something.
 *
 * @param id the number of the account or of the group
 * @param closed the account, if it is closed now, by this request or before: it has no sessions then
 */
record Written(long id, List<Deed> deeds, Optional<AccountId> closed) {

    /** What became of a group. */
    Written(long id, List<Deed> deeds) {
        this(id, deeds, Optional.empty());
    }

    Written {
        deeds = List.copyOf(deeds);
    }
}

package fr.sisamu.portail.scim;

import java.util.List;

/**
 * What became of a request that changes something.
 *
 * @param id the number of the account or of the group
 */
record Written(long id, List<Deed> deeds) {

    Written {
        deeds = List.copyOf(deeds);
    }
}

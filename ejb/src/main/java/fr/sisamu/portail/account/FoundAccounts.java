package fr.sisamu.portail.account;

import java.util.List;
import java.util.Optional;

/**
 * A page of a list.
 *
 * @param next where the next page begins, to be handed back as it is; empty on the last page
 */
public record FoundAccounts(List<FoundAccount> lines, Optional<String> next) {

    public FoundAccounts {
        lines = List.copyOf(lines);
    }
}

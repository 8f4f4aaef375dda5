package fr.sisamu.portail.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An account with all that an administrator may change of it.
 *
 * @param version which state of the names this is; a change of them hands it back
 */
public record AccountSheet(
        Account account, int version, Instant createdAt, Optional<Instant> closedAt, List<HeldIdentifier> identifiers) {

    public AccountSheet {
        identifiers = List.copyOf(identifiers);
    }

    /** A national identifier and since when it names this account. */
    public record HeldIdentifier(NationalIdentifier identifier, Instant addedAt) {}
}

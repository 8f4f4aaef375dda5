package fr.sisamu.portail.scim;

import fr.sisamu.portail.account.AccountId;
import java.time.Instant;
import java.util.Optional;

/** An account and what the identity system says of it, as one query brings them. */
record UserRow(
        Long id,
        Integer version,
        String loginName,
        String givenName,
        String familyName,
        String status,
        Instant createdAt,
        String externalIdOrNull) {

    public UserRow {} // JPA calls public constructors only

    AccountId account() {
        return new AccountId(id);
    }

    boolean active() {
        return status.equals("ACTIVE");
    }

    Optional<String> externalId() {
        return Optional.ofNullable(externalIdOrNull);
    }
}

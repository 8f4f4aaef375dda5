package fr.sisamu.portail.account;

import fr.sisamu.portail.audit.SupportCode;
import java.time.Instant;

/**
 * A good card that waits for an account, as an administrator sees it.
 *
 * @param supportCode of the last attempt
 */
public record WaitingRequest(
        NationalIdentifier identifier,
        String givenName,
        String familyName,
        String cardType,
        Instant firstSeenAt,
        Instant lastSeenAt,
        int attempts,
        SupportCode supportCode) {}

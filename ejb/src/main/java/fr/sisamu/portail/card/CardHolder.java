package fr.sisamu.portail.card;

import fr.sisamu.portail.account.NationalIdentifier;
import java.time.Instant;

/**
 * What a readable, nominative card says of its holder.
 *
 * @param tokenId issuer number, slash, card number (private extension 1.2.250.1.71.1.2.3); for the trace only
 * @param expires end of validity of the certificate, to warn in time
 */
public record CardHolder(
        NationalIdentifier identifier,
        String givenName,
        String familyName,
        CardType type,
        String tokenId,
        Instant expires) {}

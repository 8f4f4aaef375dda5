package fr.sisamu.portail.emergency;

import fr.sisamu.portail.account.AccountId;
import java.time.Instant;
import java.util.Optional;

/**
 * An access that was opened and waits for its review.
 *
 * @param openedBy the identifier (prenom.nom) of who opened it
 * @param spent whether wrong tries have used the secret up
 * @param usedAt when the agent came in by it; empty if nobody has
 * @param over whether nobody may come in or stay by it any more: only then can it be reviewed
 */
public record EmergencyAccess(
        long id,
        long unitId,
        String unitName,
        AccountId account,
        String loginName,
        String displayName,
        AccountId opener,
        String openedBy,
        String reason,
        Instant openedAt,
        Instant expiresAt,
        boolean spent,
        Optional<Instant> usedAt,
        Optional<Instant> closedAt,
        boolean over) {}

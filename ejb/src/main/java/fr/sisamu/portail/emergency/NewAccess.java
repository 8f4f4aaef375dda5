package fr.sisamu.portail.emergency;

import fr.sisamu.portail.account.AccountId;
import java.time.Instant;

/** An access about to be opened. */
record NewAccess(
        AccountId account,
        long unitId,
        AccountId openedBy,
        String reason,
        String secretDigest,
        Instant openedAt,
        Instant expiresAt) {}

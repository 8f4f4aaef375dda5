package fr.sisamu.portail.supervision;

import fr.sisamu.portail.account.AccountId;
import fr.sisamu.portail.message.ChannelKind;
import java.time.Instant;

/** A reset about to be asked for. */
record NewReset(
        AccountId account, long unitId, ChannelKind kind, AccountId askedBy, Instant askedAt, Instant expiresAt) {}

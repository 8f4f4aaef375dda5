package fr.sisamu.portail.revocation;

import java.time.Instant;

/** A débrayage: until its end, cards whose revocation cannot be known are accepted; revoked ones never are. */
public record RevocationBypass(String reason, String openedBy, Instant openedAt, Instant until) {}

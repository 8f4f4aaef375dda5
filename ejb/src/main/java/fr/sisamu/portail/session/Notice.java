package fr.sisamu.portail.session;

import java.time.Instant;

/** A message for the bandeau of one session; detail is a name or a number to show, never markup. */
public record Notice(long id, long sessionId, NoticeKind kind, String detail, Instant createdAt) {}

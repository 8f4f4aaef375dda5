package fr.sisamu.portail.partners.outbox;

import java.time.Instant;

/** A message that a simulated provider took; via is {@code smpp}, {@code sms} (HTTP) or {@code smtp}. */
public record SentMessage(long id, String via, String to, String subject, String text, Instant at) {}

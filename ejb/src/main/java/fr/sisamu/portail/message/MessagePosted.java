package fr.sisamu.portail.message;

/** A CDI event of the caller's transaction: this row of the outbox may leave once it is committed. */
public record MessagePosted(long id) {}

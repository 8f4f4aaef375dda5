package fr.sisamu.portail.message;

/** A message came this far on this road: an event, for whoever counts. */
public record MessageProgress(ChannelKind kind, MessageStatus status) {}

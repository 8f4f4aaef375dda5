package fr.sisamu.portail.credential;

import fr.sisamu.portail.message.ChannelKind;

/** The channel that proved who changed a forgotten password. */
public record Recovered(ChannelKind kind, String address) {}

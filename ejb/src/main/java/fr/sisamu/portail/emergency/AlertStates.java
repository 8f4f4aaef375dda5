package fr.sisamu.portail.emergency;

import fr.sisamu.portail.message.ChannelKind;
import java.util.List;
import java.util.Set;

/**
 * Whether the alerts of {@code portail.emergency.alert} would reach somebody.
 *
 * @param told how many addresses are told
 * @param faults the entries that are left out
 * @param unserved the kinds of messages that an address needs and no provider of the settings takes
 */
public record AlertStates(int told, List<AlertFault> faults, Set<ChannelKind> unserved) {}

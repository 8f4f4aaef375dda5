package fr.sisamu.portail.supervision;

import fr.sisamu.portail.account.Account;
import fr.sisamu.portail.message.ChannelKind;
import java.util.List;

/**
 * An agent with a profile in a unit today, whether on or not.
 *
 * @param function of the first such profile
 * @param channels the kinds of the verified channels; the addresses are the agent's own
 */
public record AgentOfUnit(Account account, String function, List<ChannelKind> channels) {}

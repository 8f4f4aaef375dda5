package fr.sisamu.portail.emergency;

import java.util.Optional;

/**
 * What an access is to be opened for.
 *
 * @param reason as typed, 10 to 500 characters
 * @param hours until the end of the shift, 1 to {@value EmergencyAccessService#LONGEST_HOURS}
 * @param replaces the open access of the agent that the supervisor has seen and means to replace: a form sent twice, or a
 *     colleague's access of this minute, replaces nothing
 */
public record EmergencyWish(String reason, int hours, Optional<Long> replaces) {}

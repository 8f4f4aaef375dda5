package fr.sisamu.portail.phone;

import java.time.Instant;

/**
 * The phone a session holds.
 *
 * @param onSwitch whether the telephone system has taken the login; if not, the agent uses the handset
 */
public record LinkedPhone(long phoneId, String number, String label, Instant since, boolean onSwitch) {}

package fr.sisamu.portail.session;

import fr.sisamu.portail.account.Account;
import fr.sisamu.portail.profile.Profile;
import java.time.Instant;
import java.util.Optional;

/**
 * An open session as the other features see it.
 *
 * @param method, level how it was opened; a proof renewed in another way changes neither
 * @param provedAt when its agent last proved that it is them; empty if nobody knows
 * @param stronglyProvedAt the same by card or an equal of it
 * @param expiresAt the end of the shift at the latest, whatever the activity
 * @param profile the profile chosen and still valid, empty until the choice
 */
public record WorkSession(
        long id,
        Account account,
        LoginMethod method,
        AssuranceLevel level,
        Optional<Profile> profile,
        Optional<String> workstation,
        Instant openedAt,
        Optional<Instant> provedAt,
        Optional<Instant> stronglyProvedAt,
        Instant expiresAt) {}

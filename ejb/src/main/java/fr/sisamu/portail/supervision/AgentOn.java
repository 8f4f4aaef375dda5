package fr.sisamu.portail.supervision;

import fr.sisamu.portail.account.AccountId;
import fr.sisamu.portail.phone.LinkedPhone;
import fr.sisamu.portail.session.AssuranceLevel;
import fr.sisamu.portail.session.LoginMethod;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody who works in a unit now: one line of its board.
 *
 * @param function of the profile chosen
 * @param post a short mark of the post, the same for all sessions on it; empty if the browser keeps no name for it
 * @param origin the peer's address
 */
public record AgentOn(
        long sessionId,
        AccountId account,
        String loginName,
        String displayName,
        String function,
        LoginMethod method,
        AssuranceLevel level,
        Optional<String> post,
        String origin,
        Instant since,
        Optional<LinkedPhone> phone) {}

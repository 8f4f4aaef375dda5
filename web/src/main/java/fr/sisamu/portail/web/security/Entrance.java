package fr.sisamu.portail.web.security;

import java.util.Optional;

/**
 * What came of a good proof.
 *
 * @param session the session opened by this way in, now or before; empty where one of another way goes on, or the proof was
 *     somebody else's
 * @param next where the browser goes
 */
public record Entrance(Optional<Long> session, String next) {}

package fr.sisamu.portail.directory;

import fr.sisamu.portail.role.Rights;
import java.time.Instant;
import java.util.Optional;

/**
 * What a token presented by HTTP is worth.
 *
 * @param rights empty if it opens nothing
 * @param retryAt from when another one may be tried, if too many were wrong
 */
public record TokenVerdict(Optional<Rights> rights, Optional<Instant> retryAt) {}

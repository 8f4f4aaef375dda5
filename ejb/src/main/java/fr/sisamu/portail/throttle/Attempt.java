package fr.sisamu.portail.throttle;

import java.util.Optional;

/**
 * Somebody who is about to prove something.
 *
 * @param name whom or what it is counted by: the identifier as normalised, whether or not an account has it; for what no
 *     agent tries, a name within its kind
 * @param address the peer's IP address
 * @param familiarPost what the post is called, if this account has worked there before
 */
public record Attempt(Tried tried, String name, String address, Optional<String> familiarPost) {}

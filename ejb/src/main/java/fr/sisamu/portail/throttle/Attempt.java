package fr.sisamu.portail.throttle;

import java.util.Optional;

/**
 * Somebody who is about to prove something.
 *
 * @param loginName the identifier as normalised, whether or not an account has it
 * @param address the peer's IP address
 * @param familiarPost the post's random name, if this account has worked there before
 */
public record Attempt(String loginName, String address, Optional<String> familiarPost) {}

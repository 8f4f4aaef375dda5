package fr.sisamu.portail.credential;

import java.util.Optional;

/**
 * What is said of a password while it is being typed.
 *
 * @param score 0 (found at once) to 4 (very hard to guess), as zxcvbn counts
 * @param refusal why it would be refused, empty if it would be taken
 * @param advice a hint in the person's language, may be empty
 */
public record PasswordStrength(int score, Optional<PasswordRefusal> refusal, String advice) {}

package fr.sisamu.portail.profile;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What an administrator says of a profile.
 *
 * @param function 1 to 100 characters
 * @param validUntil last day, included, not before the first; empty for a profile without an end
 */
public record ProfileTerms(String function, boolean needsPhone, LocalDate validFrom, Optional<LocalDate> validUntil) {

    public ProfileTerms {
        if (validUntil.filter(last -> last.isBefore(validFrom)).isPresent()) {
            throw new IllegalArgumentException("a profile ends before it begins");
        }
    }
}

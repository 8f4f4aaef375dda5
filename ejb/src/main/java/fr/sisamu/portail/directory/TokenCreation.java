package fr.sisamu.portail.directory;

import java.util.Optional;

/**
 * What became of the wish for a token.
 *
 * @param secret what the machine is to bring, shown this once; empty if it was refused
 */
public record TokenCreation(Outcome outcome, Optional<String> secret) {

    /** Each refusal has its sentence {@code import.token.refused.<name>}. */
    public enum Outcome {
        CREATED,
        BAD_NAME,
        NAME_TAKEN,
        BAD_LIFETIME,
        PROOF_TOO_OLD
    }

    static TokenCreation refused(Outcome outcome) {
        return new TokenCreation(outcome, Optional.empty());
    }

    @Override
    public String toString() {
        return "TokenCreation[" + outcome + "]";
    }
}

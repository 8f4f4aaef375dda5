package fr.sisamu.portail.message;

import java.util.Optional;

/** Whoever knows the code of a challenge at the moment its message leaves; no code ever stands in the outbox. */
public interface CodeSource {

    /** The six digits, or empty once the challenge is over. */
    Optional<String> code(String challenge);
}

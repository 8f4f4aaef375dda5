package fr.sisamu.portail.message;

import java.util.Optional;

/** Whoever knows the secret of a way back at the moment its message leaves; none ever stands in the outbox. */
public interface UndoSource {

    /** The secret of this change, or empty once it cannot be undone any more. */
    Optional<String> secret(String change);
}

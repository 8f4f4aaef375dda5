package fr.sisamu.portail.revocation;

import java.math.BigInteger;
import java.time.Instant;

/** What became of a list that was handed in. */
public sealed interface ImportResult {

    /** The list replaced what we held. */
    record Imported(String authority, BigInteger number, boolean delta, int entries, Instant nextUpdate)
            implements ImportResult {}

    /** We hold this list already. */
    record Unchanged(String authority, BigInteger number, Instant nextUpdate) implements ImportResult {}

    /** Nothing changed. The detail is for a log or an administrator, never for the person logging in. */
    record Refused(ListRefusal reason, String detail) implements ImportResult {}
}

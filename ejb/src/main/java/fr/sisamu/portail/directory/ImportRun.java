package fr.sisamu.portail.directory;

import java.time.Instant;
import java.util.Optional;

/**
 * An import as its history shows it.
 *
 * @param complete whether what its files do not name is taken for gone
 * @param atOnce whether it is applied without being looked at
 * @param actor who handed it in: an identifier, or the name of a token
 * @param rowsRead lines read so far, all files together
 * @param octetsRead how much of {@code octetsTotal} has been read
 * @param errors how many things are wrong with it
 */
public record ImportRun(
        long id,
        ImportState state,
        boolean complete,
        boolean atOnce,
        String actor,
        String supportCode,
        Instant startedAt,
        Optional<Instant> finishedAt,
        long rowsRead,
        long octetsRead,
        long octetsTotal,
        int errors) {

    /** How much has been read, in hundredths. */
    public int percent() {
        return octetsTotal == 0 ? 0 : (int) (100 * octetsRead / octetsTotal);
    }
}

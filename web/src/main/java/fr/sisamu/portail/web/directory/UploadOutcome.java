package fr.sisamu.portail.web.directory;

import java.util.Optional;

/** The import that files have begun, or why they have not. */
record UploadOutcome(Optional<Long> id, Optional<Refusal> refusal) {

    /** Each has its sentence {@code import.upload.<name>}. */
    enum Refusal {
        NO_FILE,
        TOO_BIG,
        BUSY
    }

    static UploadOutcome refused(Refusal refusal) {
        return new UploadOutcome(Optional.empty(), Optional.of(refusal));
    }
}

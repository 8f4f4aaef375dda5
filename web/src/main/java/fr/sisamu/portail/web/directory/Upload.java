package fr.sisamu.portail.web.directory;

import fr.sisamu.portail.directory.FileKind;
import fr.sisamu.portail.directory.HandedFile;
import fr.sisamu.portail.directory.ImportService;
import fr.sisamu.portail.directory.Inbox;
import fr.sisamu.portail.role.Rights;
import fr.sisamu.portail.web.body.Multipart;
import fr.sisamu.portail.web.body.Multipart.Part;
import fr.sisamu.portail.web.directory.UploadOutcome.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Takes the files out of a request and begins an import with them. */
@ApplicationScoped
class Upload {

    private static final String COMPLETE = "complete";

    @Inject
    Inbox inbox;

    @Inject
    ImportService imports;

    /**
     * From a form whose parts are called units, accounts, profiles and phones.
     *
     * @param complete whether the files are all that there is; empty if a box of the form says so
     */
    UploadOutcome begin(Rights by, HttpServletRequest form, Optional<Boolean> complete, boolean atOnce)
            throws IOException {
        List<HandedFile> files = new ArrayList<>();
        boolean handedOver = false;
        try {
            boolean ticked = false;
            Multipart parts = Multipart.of(form);
            for (Optional<Part> part = parts.next(); part.isPresent(); part = parts.next()) {
                ticked |= part.get().name().equals(COMPLETE);
                Optional<FileKind> kind = kind(part.get().name());
                if (kind.isPresent() && !keep(by, kind.get(), part.get(), files)) {
                    return UploadOutcome.refused(Refusal.TOO_BIG);
                }
            }
            handedOver = true;
            return begin(by, files, complete.orElse(ticked), atOnce);
        } finally {
            if (!handedOver) {
                files.forEach(inbox::drop);
            }
        }
    }

    /** From a request whose whole body is one file. */
    UploadOutcome begin(Rights by, FileKind kind, InputStream body, boolean complete, boolean atOnce)
            throws IOException {
        Optional<HandedFile> kept = inbox.keep(by, kind, name(kind), body);
        return kept.isPresent()
                ? begin(by, List.of(kept.get()), complete, atOnce)
                : UploadOutcome.refused(Refusal.TOO_BIG);
    }

    /** The file of this name, as a part or in an address. */
    static Optional<FileKind> kind(String name) {
        return Arrays.stream(FileKind.values())
                .filter(kind -> name(kind).equals(name))
                .findFirst();
    }

    private static String name(FileKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** Whether it was not too big; what a form sends for a field without a file is nothing. */
    private boolean keep(Rights by, FileKind kind, Part part, List<HandedFile> files) throws IOException {
        Optional<HandedFile> kept = inbox.keep(by, kind, part.fileName().orElse(""), part.content());
        if (kept.isEmpty()) {
            return false;
        }
        if (kept.get().octets() > 0) {
            files.add(kept.get());
        } else {
            inbox.drop(kept.get());
        }
        return true;
    }

    private UploadOutcome begin(Rights by, List<HandedFile> files, boolean complete, boolean atOnce) {
        if (files.isEmpty()) {
            return UploadOutcome.refused(Refusal.NO_FILE);
        }
        Optional<Long> begun = imports.begin(by, files, complete, atOnce);
        return begun.isPresent() ? new UploadOutcome(begun, Optional.empty()) : UploadOutcome.refused(Refusal.BUSY);
    }
}
